package io.sillok.processors.engine.projection;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;

/// A projection's way along the log: for each partition, the offset of the record to read next.
///
/// @param from where it must stand before, or somebody else has written meanwhile
/// @param to where it stands afterwards
record Advance(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {

    Advance {
        from = Map.copyOf(from);
        to = Map.copyOf(to);
    }

    boolean moves() {
        return !from.equals(to);
    }

    /// The partitions on which it gets ahead.
    List<TopicPartition> moved() {
        return to.keySet().stream()
                .filter(partition -> !Objects.equals(to.get(partition), from.get(partition)))
                .toList();
    }
}
