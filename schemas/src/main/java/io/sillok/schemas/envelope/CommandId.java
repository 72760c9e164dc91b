package io.sillok.schemas.envelope;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// The identity of one command, a UUIDv7 (RFC 9562).
public record CommandId(UUID value) {

    @JsonCreator
    public static CommandId parse(String text) {
        return new CommandId(UUID.fromString(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
