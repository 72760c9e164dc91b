package io.sillok.schemas.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Subject;
import java.util.UUID;

/// The identity of a name that somebody signs in with, whether anybody has it or not: made of a
/// keyed hash of the name, so that it does not tell it.
public record LoginId(UUID value) {

    /// Reads an id from a path or a field.
    ///
    /// @throws IllegalArgumentException when `text` is not a UUID
    @JsonCreator
    public static LoginId parse(String text) {
        return new LoginId(Ids.parse(text));
    }

    /// The name as the subject of messages.
    public Subject subject() {
        return new Subject("logins", value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
