package io.sillok.queryapi.log;

import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.wire.Headers;
import io.sillok.schemas.wire.MessageType;
import io.sillok.schemas.wire.MessageTypes;
import io.sillok.schemas.wire.WireRecord;
import java.util.Optional;

/// A record and its place on the log.
///
/// @param topic its name in Kafka
/// @param timestamp of the record, in milliseconds; not the event's own time
public record LoggedRecord(
        String topic, int partition, long offset, long timestamp, WireRecord record) {

    /// True for the end of a command, which stands between the events but is none.
    public boolean isSettlement() {
        return record.header(Headers.TYPE)
                .<MessageType<?>>flatMap(MessageTypes::named)
                .filter(type -> type.javaType() == CommandSettled.class)
                .isPresent();
    }

    Optional<String> subject() {
        return record.header(Headers.SUBJECT);
    }
}
