package io.sillok.processors.identity.projection;

import static java.util.stream.Collectors.toMap;

import io.sillok.processors.engine.projection.Columns;
import io.sillok.processors.engine.projection.PostgresRows;
import io.sillok.processors.engine.projection.ProjectionName;
import io.sillok.schemas.identity.CodingProfile;
import io.sillok.schemas.identity.ExplanationStyle;
import io.sillok.schemas.identity.ExternalIdentity;
import io.sillok.schemas.identity.OutputStructure;
import io.sillok.schemas.identity.SkillLevel;
import io.sillok.schemas.identity.User;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.wire.Json;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The table `users_vN`. Stateless.
record UserRows(ProjectionName projection) implements PostgresRows<User> {

    @Override
    public Map<String, User> load(Handle handle, Set<String> ids) {
        return handle.createQuery(
                        """
                        select id, version, email, username, full_name, skill_level,
                               output_structure, explanation_style, identities, roles, active,
                               password_version, erased, created_at, updated_at
                          from <table>
                         where id = any(:ids)
                        """)
                .define("table", projection.table())
                .bindArray("ids", UUID.class, Columns.uuids(ids))
                .map((row, _) -> user(row))
                .collect(toMap(user -> user.id().toString(), user -> user));
    }

    @Override
    public void save(Handle handle, List<User> rows) {
        PreparedBatch batch =
                handle.prepareBatch(
                                """
                                insert into <table> as t
                                       (id, version, email, username, full_name, skill_level,
                                        output_structure, explanation_style, identities, roles,
                                        active, password_version, erased, created_at, updated_at)
                                values (:id, :version, :email, :username, :fullName, :skillLevel,
                                        :outputStructure, :explanationStyle,
                                        cast(:identities as jsonb), :roles, :active,
                                        :passwordVersion, :erased, :createdAt, :updatedAt)
                                on conflict (id) do update
                                   set version = excluded.version,
                                       email = excluded.email,
                                       username = excluded.username,
                                       full_name = excluded.full_name,
                                       skill_level = excluded.skill_level,
                                       output_structure = excluded.output_structure,
                                       explanation_style = excluded.explanation_style,
                                       identities = excluded.identities,
                                       roles = excluded.roles,
                                       active = excluded.active,
                                       password_version = excluded.password_version,
                                       erased = excluded.erased,
                                       created_at = excluded.created_at,
                                       updated_at = excluded.updated_at
                                 where excluded.version > t.version
                                """)
                        .define("table", projection.table());
        rows.forEach(user -> add(batch, user));
        batch.execute();
    }

    @Override
    public Stream<User> all(Handle handle) {
        return handle
                .createQuery(
                        """
                        select id, version, email, username, full_name, skill_level,
                               output_structure, explanation_style, identities, roles, active,
                               password_version, erased, created_at, updated_at
                          from <table>
                         order by id
                        """)
                .define("table", projection.table())
                .setFetchSize(Columns.PAGE)
                .map((row, _) -> user(row))
                .stream();
    }

    private static void add(PreparedBatch batch, User user) {
        Optional<CodingProfile> profile = user.profile();
        batch.bind("id", user.id().value())
                .bind("version", user.version())
                .bind("email", user.email())
                .bind("username", user.username())
                .bind("fullName", user.fullName())
                .bind("skillLevel", profile.map(p -> p.skillLevel().word()))
                .bind("outputStructure", profile.map(p -> p.outputStructure().word()))
                .bind("explanationStyle", profile.map(p -> p.explanationStyle().word()))
                .bind("identities", user.identities().map(UserRows::json))
                .bind("roles", RoleWords.of(user.roles()))
                .bind("active", user.active())
                .bind("passwordVersion", user.passwordVersion())
                .bind("erased", user.erased())
                .bind("createdAt", user.createdAt())
                .bind("updatedAt", user.updatedAt())
                .add();
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(
                new UserId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                Columns.text(row, "email"),
                Columns.text(row, "username"),
                Columns.text(row, "full_name"),
                profile(row),
                Columns.text(row, "identities").map(UserRows::identities),
                RoleWords.parse(Columns.texts(row, "roles")),
                row.getBoolean("active"),
                row.getLong("password_version"),
                row.getBoolean("erased"),
                Columns.time(row, "created_at"),
                Columns.time(row, "updated_at"));
    }

    private static Optional<CodingProfile> profile(ResultSet row) throws SQLException {
        Optional<String> level = Columns.text(row, "skill_level");
        if (level.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new CodingProfile(
                        SkillLevel.parse(level.get()),
                        OutputStructure.parse(row.getString("output_structure")),
                        ExplanationStyle.parse(row.getString("explanation_style"))));
    }

    private static String json(List<ExternalIdentity> identities) {
        return new String(Json.bytes(identities), StandardCharsets.UTF_8);
    }

    private static List<ExternalIdentity> identities(String json) {
        return List.of(
                Json.readOwn(json.getBytes(StandardCharsets.UTF_8), ExternalIdentity[].class));
    }
}
