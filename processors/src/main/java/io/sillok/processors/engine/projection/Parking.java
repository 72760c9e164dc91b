package io.sillok.processors.engine.projection;

import io.sillok.platform.kafka.LogPosition;
import io.sillok.platform.stores.Postgres;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// Everything that is parked, for operators. Thread-safe.
///
/// What is asked for here is done by the runner of the projection, within a second or two: only it
/// may touch the rows.
public final class Parking {

    private final Postgres postgres;

    public Parking(Postgres postgres) {
        this.postgres = postgres;
    }

    /// Every parked row, those that wait longest first.
    public List<ParkedRow> list() {
        return postgres
                .jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select distinct on (projection, version, row_key)
                                                       projection, version, row_key, topic,
                                                       partition, record_offset, reason, detail,
                                                       parked_at, requested,
                                                       count(*) over same_row as records
                                                  from parked
                                                window same_row as (
                                                       partition by projection, version, row_key)
                                                 order by projection, version, row_key, topic,
                                                          partition, record_offset
                                                """)
                                        .map((row, _) -> row(row))
                                        .list())
                .stream()
                .sorted((a, b) -> a.parkedAt().compareTo(b.parkedAt()))
                .toList();
    }

    /// Asks for the records of a row to be applied again, after what was wrong with them was
    /// repaired. What still fails stays parked.
    ///
    /// @return false when no such row is parked
    public boolean retry(ProjectionName projection, String row) {
        return request(projection, row, "retry");
    }

    /// Asks for the first parked record of a row to be given up for ever and the later ones to be
    /// applied. The row then differs from what its events say.
    ///
    /// @return false when no such row is parked
    public boolean skip(ProjectionName projection, String row) {
        return request(projection, row, "skip");
    }

    private boolean request(ProjectionName projection, String row, String wish) {
        return postgres.jdbi()
                        .withHandle(
                                handle ->
                                        handle.createUpdate(
                                                        """
                                                        update parked
                                                           set requested = :wish
                                                         where projection = :projection
                                                           and version = :version
                                                           and row_key = :row
                                                        """)
                                                .bind("wish", wish)
                                                .bind("projection", projection.name())
                                                .bind("version", projection.version())
                                                .bind("row", row)
                                                .execute())
                > 0;
    }

    private static ParkedRow row(ResultSet row) throws SQLException {
        return new ParkedRow(
                new ProjectionName(row.getString("projection"), row.getInt("version")),
                row.getString("row_key"),
                row.getLong("records"),
                new LogPosition(
                        row.getString("topic"),
                        row.getInt("partition"),
                        row.getLong("record_offset")),
                row.getString("reason"),
                row.getString("detail"),
                row.getObject("parked_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("requested")));
    }
}
