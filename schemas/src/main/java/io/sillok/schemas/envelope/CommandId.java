package io.sillok.schemas.envelope;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// The identity of one command, a UUIDv7 (RFC 9562).
public record CommandId(UUID value) {

    /// Reads an id from a path, a header or a field.
    ///
    /// @throws IllegalArgumentException when `text` is not a UUID
    @JsonCreator
    public static CommandId parse(String text) {
        return new CommandId(Ids.parse(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
