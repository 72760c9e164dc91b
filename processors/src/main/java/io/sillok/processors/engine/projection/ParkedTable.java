package io.sillok.processors.engine.projection;

import io.sillok.platform.kafka.LogPosition;
import io.sillok.processors.engine.projection.ProjectionStore.Reconsider;
import io.sillok.schemas.topics.Namespace;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.Json;
import io.sillok.schemas.wire.WireRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The table `parked`, as one version of a projection sees it. Stateless; the transaction is the
/// caller's.
///
/// @param clock tells when a record was parked
record ParkedTable(ProjectionName projection, Namespace namespace, InstantSource clock) {

    Set<String> rows(Handle handle) {
        return Set.copyOf(
                handle.createQuery(
                                """
                                select distinct row_key
                                  from parked
                                 where projection = :projection and version = :version
                                """)
                        .bind("projection", projection.name())
                        .bind("version", projection.version())
                        .mapTo(String.class)
                        .list());
    }

    /// Rows whose first parked record should be tried again.
    List<Reconsider> reconsider(Handle handle) {
        return handle.createQuery(
                        """
                        select row_key, coalesce(requested, '') = 'skip' as skip
                          from (select distinct on (row_key) row_key, reason, requested
                                  from parked
                                 where projection = :projection and version = :version
                                 order by row_key, topic, partition, record_offset) as first
                         where requested is not null
                            or reason = :follows
                            or row_key in (select row_key
                                             from parked
                                            where projection = :projection
                                              and version = :version
                                              and reason = :closes)
                        """)
                .bind("projection", projection.name())
                .bind("version", projection.version())
                .bind("follows", ParkedRecord.FOLLOWS)
                .bind("closes", ParkedRecord.CLOSES)
                .map((row, _) -> new Reconsider(row.getString("row_key"), row.getBoolean("skip")))
                .list();
    }

    /// The parked records of a row, in the order of the log.
    List<ParkedRecord> records(Handle handle, String row) {
        return handle.createQuery(
                        """
                        select row_key, topic, partition, record_offset, record, reason, detail
                          from parked
                         where projection = :projection and version = :version and row_key = :row
                         order by topic, partition, record_offset
                           for update
                        """)
                .bind("projection", projection.name())
                .bind("version", projection.version())
                .bind("row", row)
                .map((found, _) -> record(found))
                .list();
    }

    /// Parks records; those that are parked already stay as they are.
    void insert(Handle handle, List<ParkedRecord> records) {
        if (records.isEmpty()) {
            return;
        }
        PreparedBatch batch =
                handle.prepareBatch(
                        """
                        insert into parked (projection, version, row_key, topic, partition,
                                            record_offset, record, reason, detail, parked_at)
                        values (:projection, :version, :row, :topic, :partition,
                                :offset, :record, :reason, :detail, :parkedAt)
                        on conflict do nothing
                        """);
        for (ParkedRecord parked : records) {
            LogPosition position = parked.record().position();
            batch.bind("projection", projection.name())
                    .bind("version", projection.version())
                    .bind("row", parked.row())
                    .bind("topic", position.topic())
                    .bind("partition", position.partition())
                    .bind("offset", position.offset())
                    .bind("record", Json.bytes(parked.record().record()))
                    .bind("reason", parked.reason())
                    .bind("detail", parked.detail())
                    .bind("parkedAt", clock.instant())
                    .add();
        }
        batch.execute();
    }

    /// Replaces all parked records of a row.
    void replace(Handle handle, String row, List<ParkedRecord> still) {
        handle.createUpdate(
                        """
                        delete from parked
                         where projection = :projection and version = :version and row_key = :row
                        """)
                .bind("projection", projection.name())
                .bind("version", projection.version())
                .bind("row", row)
                .execute();
        insert(handle, still);
    }

    private ParkedRecord record(ResultSet row) throws SQLException {
        String name = row.getString("topic");
        LogPosition position =
                new LogPosition(name, row.getInt("partition"), row.getLong("record_offset"));
        WireRecord record = Json.readOwn(row.getBytes("record"), WireRecord.class);
        return new ParkedRecord(
                row.getString("row_key"),
                new LogRecord(topic(name), position, record),
                row.getString("reason"),
                row.getString("detail"));
    }

    private Topic topic(String name) {
        return Topics.ALL.stream()
                .filter(topic -> topic.in(namespace).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a record of no topic is parked"));
    }
}
