package io.sillok.processors.identity.erasure;

import io.sillok.platform.stores.Postgres;
import io.sillok.schemas.identity.ErasureStatus;
import io.sillok.schemas.personal.UserId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/// Reads the view `erasures`. Thread-safe.
record ErasureQueries(Postgres postgres) {

    private static final int AT_ONCE = 500;

    /// An erasure that has not come to its end.
    ///
    /// @param version of the erasure
    /// @param since when its status changed last
    record OpenErasure(UserId user, long version, ErasureStatus status, Instant since) {}

    /// Those that have been as they are for longest.
    List<OpenErasure> open() {
        return postgres.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select id, version, status, updated_at
                                                  from erasures
                                                 where status <> 'complete'
                                                 order by updated_at
                                                 limit :most
                                                """)
                                        .bind("most", AT_ONCE)
                                        .map(
                                                (row, _) ->
                                                        new OpenErasure(
                                                                new UserId(
                                                                        row.getObject(
                                                                                "id", UUID.class)),
                                                                row.getLong("version"),
                                                                ErasureStatus.parse(
                                                                        row.getString("status")),
                                                                row.getObject(
                                                                                "updated_at",
                                                                                OffsetDateTime
                                                                                        .class)
                                                                        .toInstant()))
                                        .list());
    }
}
