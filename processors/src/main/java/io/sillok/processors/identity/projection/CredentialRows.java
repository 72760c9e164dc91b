package io.sillok.processors.identity.projection;

import static java.util.stream.Collectors.toMap;

import io.sillok.processors.engine.projection.Columns;
import io.sillok.processors.engine.projection.PostgresRows;
import io.sillok.processors.engine.projection.ProjectionName;
import io.sillok.processors.identity.projection.DirectoryEntry.Account;
import io.sillok.schemas.personal.UserId;
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

/// The table `credentials_vN`. A row that has only a hash yet has version 0. Stateless.
record CredentialRows(ProjectionName projection) implements PostgresRows<DirectoryEntry> {

    private static final Account NOBODY =
            new Account(0, Optional.empty(), Optional.empty(), List.of(), List.of(), false, 0);

    @Override
    public Map<String, DirectoryEntry> load(Handle handle, Set<String> ids) {
        return handle.createQuery(
                        """
                        select id, version, email, username, identities, roles, active,
                               password_due, password_version, password_hash
                          from <table>
                         where id = any(:ids)
                        """)
                .define("table", projection.table())
                .bindArray("ids", UUID.class, Columns.uuids(ids))
                .map((row, _) -> entry(row))
                .collect(toMap(entry -> entry.id().toString(), entry -> entry));
    }

    @Override
    public void save(Handle handle, List<DirectoryEntry> rows) {
        PreparedBatch batch =
                handle.prepareBatch(
                                """
                                insert into <table> as t
                                       (id, version, email, username, identities, roles, active,
                                        password_due, password_version, password_hash)
                                values (:id, :version, :email, :username, :identities, :roles,
                                        :active, :passwordDue, :passwordVersion, :passwordHash)
                                on conflict (id) do update
                                   set version = excluded.version,
                                       email = excluded.email,
                                       username = excluded.username,
                                       identities = excluded.identities,
                                       roles = excluded.roles,
                                       active = excluded.active,
                                       password_due = excluded.password_due,
                                       password_version = excluded.password_version,
                                       password_hash = excluded.password_hash
                                 where excluded.version > t.version
                                    or excluded.password_version > t.password_version
                                """)
                        .define("table", projection.table());
        rows.forEach(entry -> add(batch, entry));
        batch.execute();
    }

    @Override
    public Stream<DirectoryEntry> all(Handle handle) {
        return handle
                .createQuery(
                        """
                        select id, version, email, username, identities, roles, active,
                               password_due, password_version, password_hash
                          from <table>
                         order by id
                        """)
                .define("table", projection.table())
                .setFetchSize(Columns.PAGE)
                .map((row, _) -> entry(row))
                .stream();
    }

    private static void add(PreparedBatch batch, DirectoryEntry entry) {
        Account account = entry.user().orElse(NOBODY);
        batch.bind("id", entry.id().value())
                .bind("version", account.version())
                .bind("email", account.email())
                .bind("username", account.username())
                .bind("identities", account.identities().toArray(String[]::new))
                .bind("roles", RoleWords.of(account.roles()))
                .bind("active", account.active())
                .bind("passwordDue", account.passwordDue())
                .bind("passwordVersion", entry.passwordVersion())
                .bind("passwordHash", entry.passwordHash())
                .add();
    }

    private static DirectoryEntry entry(ResultSet row) throws SQLException {
        Account account =
                new Account(
                        row.getLong("version"),
                        Columns.text(row, "email"),
                        Columns.text(row, "username"),
                        Columns.texts(row, "identities"),
                        RoleWords.parse(Columns.texts(row, "roles")),
                        row.getBoolean("active"),
                        row.getLong("password_due"));
        return new DirectoryEntry(
                new UserId(row.getObject("id", UUID.class)),
                Optional.of(account).filter(known -> known.version() > 0),
                row.getLong("password_version"),
                Columns.text(row, "password_hash"));
    }
}
