package io.sillok.queryapi.consistency;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/// How far a view must have come before a read may be answered from it.
///
/// @param positions for each partition the offset of the next record the view may lack; partitions
///   that are not named do not matter
record Goal(View view, Map<TopicPartition, Long> positions) {

    Goal {
        positions = Map.copyOf(positions);
    }

    /// How many offsets are missing; 0 when the goal is reached.
    ///
    /// @param reached the positions of all views
    long lag(Map<Place, Long> reached) {
        return positions.entrySet().stream()
                .mapToLong(
                        due ->
                                Math.max(
                                        0,
                                        due.getValue()
                                                - reached.getOrDefault(
                                                        new Place(view.projection(), due.getKey()),
                                                        0L)))
                .sum();
    }
}
