package io.sillok.queryapi.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sillok.queryapi.engines.ReadModel;
import io.sillok.schemas.identity.Erasure;
import io.sillok.schemas.identity.ErasureReport;
import io.sillok.schemas.identity.ErasureStatus;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.wire.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/// Reads the view `erasures`. Thread-safe.
final class ErasureQueries {

    private final ReadModel readModel;

    ErasureQueries(ReadModel readModel) {
        this.readModel = readModel;
    }

    Optional<Erasure> find(UserId id) {
        return readModel.read(
                handle ->
                        handle.createQuery(
                                        """
                                        select id, version, status, requested_at, reason, report,
                                               updated_at
                                          from erasures
                                         where id = :id
                                        """)
                                .bind("id", id.value())
                                .map((row, _) -> erasure(row))
                                .findOne());
    }

    private static Erasure erasure(ResultSet row) throws SQLException {
        return new Erasure(
                new UserId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                ErasureStatus.parse(row.getString("status")),
                instant(row, "requested_at"),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getString("report"))
                        .map(json -> Json.readOwn(json.getBytes(UTF_8), ErasureReport.class)),
                instant(row, "updated_at").orElseThrow());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
