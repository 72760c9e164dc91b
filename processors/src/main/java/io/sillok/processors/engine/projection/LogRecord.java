package io.sillok.processors.engine.projection;

import io.sillok.platform.kafka.LogPosition;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.wire.WireRecord;

/// A record where it stands on the log, as a projection meets it.
public record LogRecord(Topic topic, LogPosition position, WireRecord record) {

    /// Its place in one word, for records that belong to no row.
    String place() {
        return position.topic() + "/" + position.partition() + "/" + position.offset();
    }
}
