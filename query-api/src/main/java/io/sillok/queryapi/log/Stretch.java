package io.sillok.queryapi.log;

import io.sillok.schemas.envelope.BoundaryKey;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/// Which part of the events to read. It always ends where the log ended when the reading began.
///
/// @param key only the partition that holds this boundary; empty for all
/// @param since leaves out what was certainly written before
/// @param positions where an earlier reading stopped; partitions that are not named begin by
///   `since`
public record Stretch(
        Optional<BoundaryKey> key, Optional<Instant> since, Map<TopicPartition, Long> positions) {

    public static final Stretch EVERYTHING =
            new Stretch(Optional.empty(), Optional.empty(), Map.of());

    public Stretch {
        positions = Map.copyOf(positions);
    }

    /// All that ever happened within one boundary (and its neighbours in the same partition).
    public static Stretch of(BoundaryKey key) {
        return new Stretch(Optional.of(key), Optional.empty(), Map.of());
    }
}
