package io.sillok.processors.engine.projection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The table `positions`, as one version of a projection sees it. Stateless; the transaction is the
/// caller's.
record PositionTable(ProjectionName projection) {

    Map<TopicPartition, Long> read(Handle handle) {
        return collect(
                handle,
                """
                select topic, partition, position
                  from positions
                 where projection = :projection and version = :version
                """);
    }

    /// Notes where partitions begin that were never read.
    void begin(Handle handle, Map<TopicPartition, Long> beginnings) {
        PreparedBatch batch =
                handle.prepareBatch(
                        """
                        insert into positions (projection, version, topic, partition, position)
                        values (:projection, :version, :topic, :partition, :position)
                        on conflict do nothing
                        """);
        beginnings.forEach(
                (partition, position) ->
                        batch.bind("projection", projection.name())
                                .bind("version", projection.version())
                                .bind("topic", partition.topic())
                                .bind("partition", partition.partition())
                                .bind("position", position)
                                .add());
        batch.execute();
    }

    /// Moves positions. Until the transaction ends nobody else moves any of this projection, so
    /// rows that are fed from several partitions are safe too.
    ///
    /// @return false when one of them was not where the way begins; the transaction must not go on
    boolean move(Handle handle, Advance advance) {
        hold(handle);
        List<TopicPartition> moved = advance.moved();
        int rows =
                handle.createUpdate(
                                """
                                update positions as p
                                   set position = way.until
                                  from unnest(:topics, :partitions, :since, :until)
                                       as way (topic, partition, since, until)
                                 where p.projection = :projection and p.version = :version
                                   and p.topic = way.topic and p.partition = way.partition
                                   and p.position = way.since
                                """)
                        .bindArray(
                                "topics",
                                String.class,
                                moved.stream().map(TopicPartition::topic).toList())
                        .bindArray(
                                "partitions",
                                Integer.class,
                                moved.stream().map(TopicPartition::partition).toList())
                        .bindArray(
                                "since",
                                Long.class,
                                moved.stream().map(advance.from()::get).toList())
                        .bindArray(
                                "until", Long.class, moved.stream().map(advance.to()::get).toList())
                        .bind("projection", projection.name())
                        .bind("version", projection.version())
                        .execute();
        return rows == moved.size();
    }

    private void hold(Handle handle) {
        handle.createQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .bind("name", projection.toString())
                .mapTo(int.class)
                .one();
    }

    private Map<TopicPartition, Long> collect(Handle handle, String query) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        handle.createQuery(query)
                .bind("projection", projection.name())
                .bind("version", projection.version())
                .map(
                        (row, _) ->
                                Map.entry(
                                        new TopicPartition(
                                                row.getString("topic"), row.getInt("partition")),
                                        row.getLong("position")))
                .forEach(entry -> positions.put(entry.getKey(), entry.getValue()));
        return positions;
    }
}
