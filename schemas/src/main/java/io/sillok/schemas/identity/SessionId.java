package io.sillok.schemas.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Subject;
import java.util.UUID;

/// The identity of a session: a family of refresh tokens.
public record SessionId(UUID value) {

    /// Reads an id from a path or a field.
    ///
    /// @throws IllegalArgumentException when `text` is not a UUID
    @JsonCreator
    public static SessionId parse(String text) {
        return new SessionId(Ids.parse(text));
    }

    /// The session as the subject of messages.
    public Subject subject() {
        return new Subject("sessions", value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
