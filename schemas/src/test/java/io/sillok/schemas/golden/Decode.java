package io.sillok.schemas.golden;

import io.sillok.schemas.operations.DeadLetter;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.wire.ChunkCodec;
import io.sillok.schemas.wire.CommandCodec;
import io.sillok.schemas.wire.Decoded;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.Headers;
import io.sillok.schemas.wire.Json;
import io.sillok.schemas.wire.KeptCodec;
import io.sillok.schemas.wire.MessageType;
import io.sillok.schemas.wire.MessageTypes;
import io.sillok.schemas.wire.WireRecord;
import io.sillok.schemas.wire.WorkCodec;
import java.io.IOException;

/// Decodes any record with the codec of its kind.
final class Decode {

    private Decode() {}

    static Decoded<?> any(WireRecord record) throws IOException {
        return switch (kind(record)) {
            case COMMANDS -> CommandCodec.decode(record, Given.KEYS);
            case EVENTS -> EventCodec.decode(record, Given.KEYS);
            case WORK -> WorkCodec.decode(record, Given.KEYS);
            case CHUNKS -> ChunkCodec.decode(record, Given.KEYS);
            case KEPT -> KeptCodec.decode(record, Given.KEYS);
            case DEAD_LETTERS -> new Decoded.Message<>(Json.read(record.value(), DeadLetter.class));
        };
    }

    private static Topic.Kind kind(WireRecord record) {
        String type = record.header(Headers.TYPE).orElseThrow();
        MessageType<?> known = MessageTypes.named(type).orElseThrow();
        return known.topics().getFirst().kind();
    }
}
