package io.sillok.schemas.wire;

import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.topics.Topic;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Optional;

/// The one step from bytes to messages. Older versions of a type are upcast here, so that everybody
/// who reads sees the newest form only.
final class Decoding {

    private Decoding() {}

    /// Makes an envelope of a record; what it throws about the headers becomes an `Undecodable`.
    interface Assembly<T> {
        T assemble(WireRecord record, Payload payload);
    }

    /// Decodes a record of one kind of topic.
    static <T> Decoded<T> decode(
            WireRecord record, Topic.Kind kind, PersonKeys keys, Assembly<T> assembly) {
        Optional<String> name = record.header(Headers.TYPE);
        if (name.isEmpty()) {
            return new Decoded.Undecodable<>("malformed-headers", "there is no " + Headers.TYPE);
        }
        Optional<MessageType<?>> type = MessageTypes.named(name.get());
        if (type.isEmpty()) {
            return new Decoded.Undecodable<>("unknown-type", "no message type has this name");
        }
        if (!type.get().travelsAs(kind)) {
            return new Decoded.Undecodable<>("unexpected-type", "this type belongs elsewhere");
        }
        return decode(record, type.get(), keys, assembly);
    }

    static <T> Decoded<T> decode(
            WireRecord record, MessageType<?> type, PersonKeys keys, Assembly<T> assembly) {
        Payload payload;
        try {
            payload = Payload.read(type, record.value(), keys);
        } catch (IOException | IllegalArgumentException e) {
            return new Decoded.Undecodable<>("malformed-value", e.getClass().getSimpleName());
        }
        try {
            return new Decoded.Message<>(assembly.assemble(record, payload));
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Decoded.Undecodable<>("malformed-headers", e.getClass().getSimpleName());
        }
    }
}
