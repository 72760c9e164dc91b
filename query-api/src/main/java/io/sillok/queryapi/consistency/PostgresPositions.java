package io.sillok.queryapi.consistency;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.sillok.queryapi.engines.ReadModel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
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

    private final ReadModel readModel;

    public PostgresPositions(ReadModel readModel) {
        this.readModel = readModel;
    }

    @Override
    public Map<Place, Long> read() {
        return readModel.read(
                handle ->
                        handle.createQuery(ALL).map(PostgresPositions::row).stream()
                                .collect(
                                        toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
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
