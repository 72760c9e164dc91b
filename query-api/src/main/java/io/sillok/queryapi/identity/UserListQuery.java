package io.sillok.queryapi.identity;

import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.http.Parameters;
import io.sillok.schemas.envelope.Role;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What is asked of the list of accounts.
///
/// @param search part of an address, a user name or a full name, in any case
record UserListQuery(
        Optional<String> search, Optional<Role> role, Optional<Boolean> active, NewestFirst part) {

    private static final int LONGEST_SEARCH = 200;
    private static final Pattern WILDCARD = Pattern.compile("[\\\\%_]");

    /// Reads the query parameters.
    ///
    /// @throws ProblemException naming every parameter that is wrong
    static UserListQuery of(MultivaluedMap<String, String> parameters) {
        Parameters query = new Parameters(parameters);
        Optional<String> search = query.text("search", LONGEST_SEARCH);
        Optional<Role> role = query.word("role", UserListQuery::role, "user, editor, admin");
        Optional<Boolean> active = query.word("active", UserListQuery::yesOrNo, "true, false");
        query.orThrow();
        return new UserListQuery(search, role, active, NewestFirst.of(parameters));
    }

    /// What `like` compares with.
    Optional<String> pattern() {
        return search.map(
                text ->
                        "%"
                                + WILDCARD.matcher(text.toLowerCase(Locale.ROOT))
                                        .replaceAll("\\\\$0")
                                + "%");
    }

    private static Optional<Role> role(String word) {
        return Stream.of(Role.values()).filter(role -> role.word().equals(word)).findFirst();
    }

    private static Optional<Boolean> yesOrNo(String word) {
        return Stream.of(true, false).filter(each -> each.toString().equals(word)).findFirst();
    }
}
