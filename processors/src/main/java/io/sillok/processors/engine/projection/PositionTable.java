package io.sillok.processors.engine.projection;

import java.util.ArrayList;
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

    /// Reads and holds the positions until the transaction ends. Always in the same order, so that
    /// two runners wait for each other instead of blocking each other.
    Map<TopicPartition, Long> lock(Handle handle) {
        return collect(
                handle,
                """
                select topic, partition, position
                  from positions
                 where projection = :projection and version = :version
                 order by topic, partition
                   for update
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

    /// Moves positions that this transaction holds.
    void advance(Handle handle, Map<TopicPartition, Long> to) {
        List<String> topics = new ArrayList<>();
        List<Integer> partitions = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        to.forEach(
                (partition, position) -> {
                    topics.add(partition.topic());
                    partitions.add(partition.partition());
                    positions.add(position);
                });
        handle.createUpdate(
                        """
                        update positions as p
                           set position = moved.position
                          from unnest(:topics, :partitions, :positions)
                               as moved (topic, partition, position)
                         where p.projection = :projection and p.version = :version
                           and p.topic = moved.topic and p.partition = moved.partition
                           and p.position is distinct from moved.position
                        """)
                .bindArray("topics", String.class, topics)
                .bindArray("partitions", Integer.class, partitions)
                .bindArray("positions", Long.class, positions)
                .bind("projection", projection.name())
                .bind("version", projection.version())
                .execute();
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
