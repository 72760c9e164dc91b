package io.sillok.schemas.wire;

import io.sillok.schemas.personal.PersonKeys;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The value of a record: a message as JSON. Types that hold personal data take another way than
/// all others.
///
/// @param redacted whether data in it cannot be read any more, because its key is destroyed
record Payload(Object message, boolean redacted) {

    static byte[] bytes(Object message, PersonKeys keys) {
        return bytes(MessageTypes.of(message), message, keys);
    }

    static byte[] bytes(MessageType<?> type, Object message, PersonKeys keys) {
        return type.holdsPersonalData()
                ? Json.bytes(message, new Sealing(keys, type.ceType()))
                : Json.bytes(message);
    }

    /// Reads a value.
    ///
    /// @throws IOException when the bytes are not one of this type
    static Payload read(MessageType<?> type, byte[] value, PersonKeys keys) throws IOException {
        if (!type.holdsPersonalData()) {
            return new Payload(required(Json.read(value, type.javaType())), false);
        }
        Opening opening = new Opening(keys, type.ceType());
        Object message = required(Json.read(value, type.javaType(), opening));
        return new Payload(message, opening.redacted());
    }

    private static Object required(@Nullable Object message) throws IOException {
        if (message == null) {
            throw new IOException("the value is null");
        }
        return message;
    }
}
