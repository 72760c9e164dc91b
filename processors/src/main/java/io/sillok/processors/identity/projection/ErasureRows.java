package io.sillok.processors.identity.projection;

import static java.util.stream.Collectors.toMap;

import io.sillok.processors.engine.projection.Columns;
import io.sillok.processors.engine.projection.PostgresRows;
import io.sillok.processors.engine.projection.ProjectionName;
import io.sillok.schemas.identity.Erasure;
import io.sillok.schemas.identity.ErasureReport;
import io.sillok.schemas.identity.ErasureStatus;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.wire.Json;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The table `erasures_vN`. Stateless.
record ErasureRows(ProjectionName projection) implements PostgresRows<Erasure> {

    @Override
    public Map<String, Erasure> load(Handle handle, Set<String> ids) {
        return handle.createQuery(
                        """
                        select id, version, status, requested_at, reason, report, updated_at
                          from <table>
                         where id = any(:ids)
                        """)
                .define("table", projection.table())
                .bindArray("ids", UUID.class, Columns.uuids(ids))
                .map((row, _) -> erasure(row))
                .collect(toMap(erasure -> erasure.id().toString(), erasure -> erasure));
    }

    /// The end of an account is no event of the erasure, so a row may change without a new version.
    @Override
    public void save(Handle handle, List<Erasure> rows) {
        PreparedBatch batch =
                handle.prepareBatch(
                                """
                                insert into <table> as t
                                       (id, version, status, requested_at, reason, report,
                                        updated_at)
                                values (:id, :version, :status,
                                        cast(:requestedAt as timestamptz), :reason,
                                        cast(:report as jsonb), :updatedAt)
                                on conflict (id) do update
                                   set version = excluded.version,
                                       status = excluded.status,
                                       requested_at = excluded.requested_at,
                                       reason = excluded.reason,
                                       report = excluded.report,
                                       updated_at = excluded.updated_at
                                 where excluded.version >= t.version
                                """)
                        .define("table", projection.table());
        for (Erasure erasure : rows) {
            batch.bind("id", erasure.id().value())
                    .bind("version", erasure.version())
                    .bind("status", erasure.status().word())
                    .bind("requestedAt", erasure.requestedAt().map(Instant::toString))
                    .bind("reason", erasure.reason())
                    .bind("report", erasure.report().map(report -> Json.object(report).toString()))
                    .bind("updatedAt", erasure.updatedAt())
                    .add();
        }
        batch.execute();
    }

    @Override
    public Stream<Erasure> all(Handle handle) {
        return handle
                .createQuery(
                        """
                        select id, version, status, requested_at, reason, report, updated_at
                          from <table>
                         order by id
                        """)
                .define("table", projection.table())
                .setFetchSize(Columns.PAGE)
                .map((row, _) -> erasure(row))
                .stream();
    }

    private static Erasure erasure(ResultSet row) throws SQLException {
        return new Erasure(
                new UserId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                ErasureStatus.parse(row.getString("status")),
                Optional.ofNullable(row.getObject("requested_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Columns.text(row, "reason"),
                Columns.text(row, "report").map(ErasureRows::report),
                Columns.time(row, "updated_at"));
    }

    private static ErasureReport report(String json) {
        return Json.readOwn(json.getBytes(StandardCharsets.UTF_8), ErasureReport.class);
    }
}
