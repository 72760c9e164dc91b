package io.sillok.queryapi.identity;

import io.sillok.queryapi.http.Parameters;
import io.sillok.schemas.envelope.Role;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which accounts a list shows.
///
/// @param search part of an address, a user name or a full name, in any case
record UserFilter(Optional<String> search, Optional<Role> role, Optional<Boolean> active) {

    private static final int LONGEST_SEARCH = 200;
    private static final Pattern WILDCARD = Pattern.compile("[\\\\%_]");

    /// Reads the query parameters; what is wrong with them is noted in `query`.
    static UserFilter of(Parameters query) {
        return new UserFilter(
                query.literal("search", LONGEST_SEARCH),
                query.word("role", UserFilter::role, "user, editor, admin"),
                query.truth("active"));
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
}
