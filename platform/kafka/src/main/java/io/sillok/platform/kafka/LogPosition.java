package io.sillok.platform.kafka;

/// One record's place on the log.
///
/// @param topic its name in Kafka, with namespace and generation
public record LogPosition(String topic, int partition, long offset) {

    public LogPosition {
        if (topic.isBlank() || topic.length() > 249 || topic.indexOf('|') >= 0) {
            throw new IllegalArgumentException("not a topic name");
        }
        if (partition < 0 || offset < 0) {
            throw new IllegalArgumentException("partitions and offsets start at 0");
        }
    }
}
