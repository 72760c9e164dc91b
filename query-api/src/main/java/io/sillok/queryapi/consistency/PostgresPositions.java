package io.sillok.queryapi.consistency;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.sillok.queryapi.engines.ReadModel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/// Where the projections in Postgres stand. Thread-safe.
///
/// A position is written together with its rows, so nothing has to be revealed.
public final class PostgresPositions implements PositionStore {

    private static final String ALL =
            """
            select projection, topic, partition, position
            from positions
            join live_projections using (projection, version)
            """;

    private static final String SOME =
            """
            select p.projection, p.topic, p.partition, p.position
            from unnest(:projections, :topics, :partitions)
                 as asked (projection, topic, partition)
            join live_projections as l on l.projection = asked.projection
            join positions as p
                 on p.projection = asked.projection and p.version = l.version
                and p.topic = asked.topic and p.partition = asked.partition
            """;

    private final ReadModel readModel;

    public PostgresPositions(ReadModel readModel) {
        this.readModel = readModel;
    }

    @Override
    public Map<Place, Long> read() {
        return readModel.read(handle -> collect(handle.createQuery(ALL)));
    }

    @Override
    public Map<Place, Long> read(Set<Place> places) {
        List<Place> asked = List.copyOf(places);
        List<TopicPartition> at = asked.stream().map(Place::partition).toList();
        return readModel.read(
                handle ->
                        collect(
                                handle.createQuery(SOME)
                                        .bindArray(
                                                "projections",
                                                String.class,
                                                asked.stream().map(Place::projection).toList())
                                        .bindArray(
                                                "topics",
                                                String.class,
                                                at.stream().map(TopicPartition::topic).toList())
                                        .bindArray(
                                                "partitions",
                                                Integer.class,
                                                at.stream()
                                                        .map(TopicPartition::partition)
                                                        .toList())));
    }

    private static Map<Place, Long> collect(Query query) {
        return query.map(PostgresPositions::row).stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void reveal() {}

    private static Map.Entry<Place, Long> row(ResultSet row, StatementContext context)
            throws SQLException {
        return Map.entry(
                new Place(
                        row.getString("projection"),
                        new TopicPartition(row.getString("topic"), row.getInt("partition"))),
                row.getLong("position"));
    }
}
