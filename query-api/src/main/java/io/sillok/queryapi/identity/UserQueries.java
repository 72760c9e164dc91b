package io.sillok.queryapi.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sillok.queryapi.engines.ReadModel;
import io.sillok.queryapi.http.Listing;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.identity.CodingProfile;
import io.sillok.schemas.identity.ExplanationStyle;
import io.sillok.schemas.identity.ExternalIdentity;
import io.sillok.schemas.identity.OutputStructure;
import io.sillok.schemas.identity.SkillLevel;
import io.sillok.schemas.identity.UserResource;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.wire.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/// Reads the view `users`. Who was erased is never found. Thread-safe.
final class UserQueries {

    private static final String COLUMNS =
            """
            select id, version, email, username, full_name, skill_level, output_structure,
                   explanation_style, identities, roles, active, password_version,
                   created_at, updated_at
            from users
            """;

    private static final String FILTER =
            """
            where not erased
              and (:role::text is null or :role = any (roles))
              and (:active::boolean is null or active = :active)
              and (:pattern::text is null
                   or lower(email) like :pattern
                   or lower(username) like :pattern
                   or lower(full_name) like :pattern)
            """;

    private static final String ONE = COLUMNS + "where id = :id and not erased";

    private static final String COUNT = "select count(*) from users\n" + FILTER;

    private static final String LIST =
            COLUMNS
                    + FILTER
                    + """
                      and (:after_id::uuid is null
                           or (created_at, id) < (:after_created::timestamptz, :after_id))
                    order by created_at desc, id desc
                    limit :size offset :offset
                    """;

    private final ReadModel readModel;

    UserQueries(ReadModel readModel) {
        this.readModel = readModel;
    }

    Optional<UserResource> find(UserId id) {
        return readModel.read(
                handle ->
                        handle.createQuery(ONE)
                                .bind("id", id.value())
                                .map(UserQueries::row)
                                .findOne());
    }

    Listing<UserResource> list(UserListQuery query) {
        NewestFirst part = query.part();
        return readModel.read(
                handle ->
                        Listing.cut(
                                part.paging(),
                                oneMoreThanAskedFor(handle, query),
                                filtered(handle, COUNT, query).mapTo(Long.class).one(),
                                last -> part.next(last.createdAt(), last.id().value())));
    }

    private static List<UserResource> oneMoreThanAskedFor(Handle handle, UserListQuery query) {
        NewestFirst part = query.part();
        return filtered(handle, LIST, query)
                .bind("after_id", part.after().map(NewestFirst.Place::id))
                .bind("after_created", part.after().map(place -> place.created().toString()))
                .bind("size", part.paging().size() + 1)
                .bind("offset", part.offset())
                .map(UserQueries::row)
                .list();
    }

    private static Query filtered(Handle handle, String statement, UserListQuery query) {
        return handle.createQuery(statement)
                .bind("role", query.role().map(Role::word))
                .bind("active", query.active())
                .bind("pattern", query.pattern());
    }

    private static UserResource row(ResultSet row, StatementContext context) throws SQLException {
        return new UserResource(
                new UserId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                text(row, "email"),
                text(row, "username"),
                text(row, "full_name"),
                profile(row),
                text(row, "identities").map(UserQueries::issuers),
                Stream.of((String[]) row.getArray("roles").getArray()).map(Role::parse).toList(),
                row.getBoolean("active"),
                row.getLong("password_version") > 0,
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private static Optional<CodingProfile> profile(ResultSet row) throws SQLException {
        Optional<String> skill = text(row, "skill_level");
        Optional<String> structure = text(row, "output_structure");
        Optional<String> style = text(row, "explanation_style");
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

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
