package io.sillok.queryapi.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sillok.queryapi.engines.Cells;
import io.sillok.queryapi.engines.ReadModel;
import io.sillok.queryapi.http.Listing;
import io.sillok.queryapi.lists.Column;
import io.sillok.queryapi.lists.ListQuery;
import io.sillok.queryapi.lists.Order;
import io.sillok.queryapi.lists.Orders;
import io.sillok.queryapi.lists.SortedList;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.identity.CodingProfile;
import io.sillok.schemas.identity.ExplanationStyle;
import io.sillok.schemas.identity.ExternalIdentity;
import io.sillok.schemas.identity.OutputStructure;
import io.sillok.schemas.identity.SkillLevel;
import io.sillok.schemas.identity.UserResource;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.wire.Json;
import jakarta.ws.rs.core.MultivaluedMap;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/// Reads the view `users`. Who was erased is never found. Thread-safe.
final class UserQueries {

    private static final String USERS =
            """
            select id, version, email, username, full_name, skill_level, output_structure,
                   explanation_style, identities, roles, active, password_version,
                   created_at, updated_at
            from users
            where not erased
            """;

    private static final String ONE = USERS + "and id = :id";

    private static final String FILTERED =
            USERS
                    + """
                      and (:role::text is null or :role = any (roles))
                      and (:active::boolean is null or active = :active)
                      and (:pattern::text is null
                           or lower(email) like :pattern
                           or lower(username) like :pattern
                           or lower(full_name) like :pattern)
                    """;

    private static final Orders<UserResource> NEWEST_FIRST =
            Orders.only(
                    new Order<>(
                            "-created_at",
                            List.of(Column.time("created_at", UserResource::createdAt)),
                            user -> user.id().value(),
                            true));

    private static final SortedList<UserFilter, UserResource> LIST =
            new SortedList<>(FILTERED, UserQueries::bind, UserQueries::row, NEWEST_FIRST);

    private final ReadModel readModel;

    UserQueries(ReadModel readModel) {
        this.readModel = readModel;
    }

    /// What the parameters of a request ask of the list.
    static ListQuery<UserFilter, UserResource> asked(MultivaluedMap<String, String> parameters) {
        return ListQuery.of(parameters, UserFilter::of, NEWEST_FIRST);
    }

    Optional<UserResource> find(UserId id) {
        return readModel.find(ONE, id.value(), UserQueries::row);
    }

    Listing<UserResource> list(ListQuery<UserFilter, UserResource> query) {
        return readModel.read(handle -> LIST.read(handle, query));
    }

    private static Query bind(Query statement, UserFilter filter) {
        return statement
                .bind("role", filter.role().map(Role::word))
                .bind("active", filter.active())
                .bind("pattern", filter.pattern());
    }

    private static UserResource row(ResultSet row, StatementContext context) throws SQLException {
        return new UserResource(
                new UserId(Cells.id(row)),
                row.getLong("version"),
                Cells.text(row, "email"),
                Cells.text(row, "username"),
                Cells.text(row, "full_name"),
                profile(row),
                Cells.text(row, "identities").map(UserQueries::issuers),
                Stream.of((String[]) row.getArray("roles").getArray()).map(Role::parse).toList(),
                row.getBoolean("active"),
                row.getLong("password_version") > 0,
                Cells.time(row, "created_at"),
                Cells.time(row, "updated_at"));
    }

    private static Optional<CodingProfile> profile(ResultSet row) throws SQLException {
        Optional<String> skill = Cells.text(row, "skill_level");
        Optional<String> structure = Cells.text(row, "output_structure");
        Optional<String> style = Cells.text(row, "explanation_style");
        return skill.isEmpty() || structure.isEmpty() || style.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new CodingProfile(
                                SkillLevel.parse(skill.get()),
                                OutputStructure.parse(structure.get()),
                                ExplanationStyle.parse(style.get())));
    }

    private static List<String> issuers(String identities) {
        return Stream.of(Json.readOwn(identities.getBytes(UTF_8), ExternalIdentity[].class))
                .map(ExternalIdentity::issuer)
                .toList();
    }
}
