package io.sillok.queryapi.consistency;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/// How far a view must have come before a read may be answered from it.
///
/// @param positions for each partition the offset of the next record the view may lack; partitions
///   that are not named do not matter
record Goal(View view, Map<TopicPartition, Long> positions) {

    Goal {
        positions = Map.copyOf(positions);
    }

    /// Where the view has to be looked at.
    Stream<Place> places() {
        return positions.keySet().stream().map(this::place);
    }

    /// How many offsets are missing; 0 when the goal is reached.
    ///
    /// @param reached the positions of at least those places
    long lag(Map<Place, Long> reached) {
        return positions.entrySet().stream()
                .mapToLong(
                        due ->
                                Math.max(
                                        0,
                                        due.getValue()
                                                - reached.getOrDefault(place(due.getKey()), 0L)))
                .sum();
    }

    private Place place(TopicPartition partition) {
        return new Place(view.projection(), partition);
    }
}
