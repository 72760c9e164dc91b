package io.sillok.processors.engine.projection;

import io.sillok.platform.stores.Postgres;
import io.sillok.platform.stores.Search;
import io.sillok.platform.stores.SearchIndices;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/// Where the version of a view stands that readers see. Thread-safe.
@FunctionalInterface
public interface ViewPosition {

    Duration PAUSE = Duration.ofMillis(100);

    /// Whether it shows everything up to there.
    ///
    /// @throws RuntimeException when its store does not answer
    boolean hasReached(LogEnd end);

    /// Waits until it does.
    ///
    /// @return false when it takes longer than this
    default boolean reaches(LogEnd end, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!hasReached(end)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(PAUSE);
        }
        return true;
    }

    /// Of a projection in Postgres.
    static ViewPosition inPostgres(Postgres postgres, String projection) {
        return end -> end.isReachedFrom(read(postgres, projection));
    }

    /// Of a projection in OpenSearch.
    ///
    /// @param index of the contract, without namespace and version
    static ViewPosition inOpenSearch(Search search, String projection, String index) {
        return end -> {
            int live =
                    new SearchIndices(search)
                            .live(index)
                            .orElseThrow(() -> new IllegalStateException("no index " + index));
            SearchPositions positions =
                    new SearchPositions(search, new ProjectionName(projection, live));
            return end.isReachedFrom(positions.among(end.partitions()));
        };
    }

    private static Map<TopicPartition, Long> read(Postgres postgres, String projection) {
        return postgres.jdbi()
                .withHandle(
                        handle ->
                                handle
                                        .createQuery(
                                                """
                                                select p.topic, p.partition, p.position
                                                  from positions p
                                                  join live_projections l
                                                    on l.projection = p.projection
                                                   and l.version = p.version
                                                 where p.projection = :projection
                                                """)
                                        .bind("projection", projection)
                                        .map((row, _) -> position(row))
                                        .stream()
                                        .collect(
                                                Collectors.toMap(
                                                        Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Map.Entry<TopicPartition, Long> position(ResultSet row) throws SQLException {
        return Map.entry(
                new TopicPartition(row.getString("topic"), row.getInt("partition")),
                row.getLong("position"));
    }
}
