package io.sillok.processors.identity.projection;

import static java.util.stream.Collectors.toMap;

import io.sillok.processors.engine.projection.Columns;
import io.sillok.processors.engine.projection.PostgresRows;
import io.sillok.processors.engine.projection.ProjectionName;
import io.sillok.schemas.identity.ApiKey;
import io.sillok.schemas.identity.ApiKeyId;
import io.sillok.schemas.identity.EndReason;
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

/// The table `api_keys_vN`. A row that has only a digest yet has no owner and version 0. Stateless.
record ApiKeyRows(ProjectionName projection) implements PostgresRows<KnownKey> {

    @Override
    public Map<String, KnownKey> load(Handle handle, Set<String> ids) {
        return handle.createQuery(
                        """
                        select id, version, owner, name, scopes, expires_at, revoked, created_at,
                               updated_at, digest, digest_version
                          from <table>
                         where id = any(:ids)
                        """)
                .define("table", projection.table())
                .bindArray("ids", UUID.class, Columns.uuids(ids))
                .map((row, _) -> known(row))
                .collect(toMap(known -> known.id().toString(), known -> known));
    }

    @Override
    public void save(Handle handle, List<KnownKey> rows) {
        PreparedBatch batch =
                handle.prepareBatch(
                                """
                                insert into <table> as t
                                       (id, version, owner, name, scopes, expires_at, revoked,
                                        created_at, updated_at, digest, digest_version)
                                values (:id, :version, :owner, :name, :scopes, :expiresAt, :revoked,
                                        :createdAt, :updatedAt, :digest, :digestVersion)
                                on conflict (id) do update
                                   set version = excluded.version,
                                       owner = excluded.owner,
                                       name = excluded.name,
                                       scopes = excluded.scopes,
                                       expires_at = excluded.expires_at,
                                       revoked = excluded.revoked,
                                       created_at = excluded.created_at,
                                       updated_at = excluded.updated_at,
                                       digest = excluded.digest,
                                       digest_version = excluded.digest_version
                                 where excluded.version > t.version
                                    or excluded.digest_version > t.digest_version
                                """)
                        .define("table", projection.table());
        rows.forEach(known -> add(batch, known));
        batch.execute();
    }

    @Override
    public Stream<KnownKey> all(Handle handle) {
        return handle
                .createQuery(
                        """
                        select id, version, owner, name, scopes, expires_at, revoked, created_at,
                               updated_at, digest, digest_version
                          from <table>
                         order by id
                        """)
                .define("table", projection.table())
                .setFetchSize(Columns.PAGE)
                .map((row, _) -> known(row))
                .stream();
    }

    private static void add(PreparedBatch batch, KnownKey known) {
        Optional<ApiKey> key = known.key();
        batch.bind("id", known.id().value())
                .bind("version", known.version())
                .bind("owner", key.map(k -> k.owner().value()))
                .bind("name", key.flatMap(ApiKey::name))
                .bind("scopes", key.map(ApiKey::scopes).orElse(List.of()).toArray(String[]::new))
                .bind("expiresAt", key.map(ApiKey::expiresAt))
                .bind("revoked", key.flatMap(ApiKey::revoked).map(EndReason::word))
                .bind("createdAt", key.map(ApiKey::createdAt))
                .bind("updatedAt", key.map(ApiKey::updatedAt))
                .bind("digest", known.digest())
                .bind("digestVersion", known.digestVersion())
                .add();
    }

    private static KnownKey known(ResultSet row) throws SQLException {
        ApiKeyId id = new ApiKeyId(row.getObject("id", UUID.class));
        return new KnownKey(
                id,
                row.getLong("version") == 0 ? Optional.empty() : Optional.of(key(id, row)),
                row.getLong("digest_version"),
                Columns.text(row, "digest"));
    }

    private static ApiKey key(ApiKeyId id, ResultSet row) throws SQLException {
        return new ApiKey(
                id,
                row.getLong("version"),
                new UserId(row.getObject("owner", UUID.class)),
                Columns.text(row, "name"),
                Columns.texts(row, "scopes"),
                Columns.time(row, "expires_at"),
                Columns.text(row, "revoked").map(EndReason::parse),
                Columns.time(row, "created_at"),
                Columns.time(row, "updated_at"));
    }
}
