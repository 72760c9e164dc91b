package io.sillok.queryapi.log;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/// A stretch of some partitions.
///
/// @param froms the first offset of each partition; a partition without one, or with one that does
///   not exist yet, begins at its end
/// @param ends the offset after the last of each partition
record Span(Map<TopicPartition, Long> froms, Map<TopicPartition, Long> ends) {

    Span {
        froms = Map.copyOf(froms);
        ends = Map.copyOf(ends);
    }

    long from(TopicPartition place) {
        long end = ends.getOrDefault(place, 0L);
        return Math.min(froms.getOrDefault(place, end), end);
    }
}
