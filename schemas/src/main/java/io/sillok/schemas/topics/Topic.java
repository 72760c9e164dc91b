package io.sillok.schemas.topics;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A topic: its logical name, its kind, how long it keeps records.
///
/// The partition count is for ever, because it decides which decider sees what; growth is a new
/// generation, filled by replay. So the generation stands in the name.
///
/// @param name `catalog.events`
/// @param generation from 1
/// @param retention empty: kept for ever
public record Topic(String name, int generation, Kind kind, Optional<Duration> retention) {

    private static final int LARGEST_RECORD = 1024 * 1024;

    /// A dead letter holds another record whole, in Base64 and with its cause.
    private static final int LARGEST_DEAD_LETTER = 4 * LARGEST_RECORD;

    /// What a topic is for.
    public enum Kind {
        COMMANDS,
        EVENTS,
        WORK,
        /// The newest record of each key; a record without a value takes the key away.
        KEPT,
        /// Pieces of what comes bit by bit, for those who listen now. Not part of any transaction.
        CHUNKS,
        DEAD_LETTERS
    }

    /// Its name in Kafka: `sillok.catalog.events.v1`.
    public String in(Namespace namespace) {
        return namespace.dotted(name + ".v" + generation);
    }

    /// Whether the order within a partition matters, so that the number of partitions is for ever.
    public boolean isOrdered() {
        return kind != Kind.WORK;
    }

    /// How many partitions it is given. Work is handed out record by record, to whoever is free; a
    /// broker gives each of many workers one partition only, so with several a worker could be free
    /// while work waits in another's.
    ///
    /// @param usual how many topics have whose order matters
    public int partitions(int usual) {
        return isOrdered() ? usual : 1;
    }

    /// Its configuration in Kafka, beside partitions and replication.
    public Map<String, String> config() {
        return switch (kind) {
            case KEPT -> compacted();
            case CHUNKS -> fleeting();
            case COMMANDS, EVENTS, WORK, DEAD_LETTERS -> whole();
        };
    }

    private Map<String, String> whole() {
        String millis = retention.map(d -> Long.toString(d.toMillis())).orElse("-1");
        int largest = kind == Kind.DEAD_LETTERS ? LARGEST_DEAD_LETTER : LARGEST_RECORD;
        return Map.of(
                "cleanup.policy", "delete",
                "retention.ms", millis,
                "retention.bytes", "-1",
                "max.message.bytes", Integer.toString(largest),
                "message.timestamp.type", "CreateTime");
    }

    /// A segment is deleted whole, once it is not written to any more: so segments are closed
    /// early, and nothing stays for much longer than it should.
    private Map<String, String> fleeting() {
        Map<String, String> config = new HashMap<>(whole());
        retention.ifPresent(d -> config.put("segment.ms", Long.toString(d.toMillis() / 4)));
        return Map.copyOf(config);
    }

    /// What was replaced or taken away is gone from the disk a day or two later, and not only when
    /// a segment happens to be full. Whoever reads from the beginning has a week for it.
    private static Map<String, String> compacted() {
        return Map.of(
                "cleanup.policy", "compact",
                "retention.ms", "-1",
                "retention.bytes", "-1",
                "max.compaction.lag.ms", Long.toString(Duration.ofDays(1).toMillis()),
                "delete.retention.ms", Long.toString(Duration.ofDays(7).toMillis()),
                "max.message.bytes", Integer.toString(LARGEST_RECORD),
                "message.timestamp.type", "CreateTime");
    }
}
