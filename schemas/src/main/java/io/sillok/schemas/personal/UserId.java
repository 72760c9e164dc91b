package io.sillok.schemas.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Subject;
import java.util.UUID;

/// The identity of a person with an account.
public record UserId(UUID value) {

    /// Reads an id from a path or a field.
    ///
    /// @throws IllegalArgumentException when `text` is not a UUID
    @JsonCreator
    public static UserId parse(String text) {
        return new UserId(Ids.parse(text));
    }

    /// The person as the subject of messages.
    public Subject subject() {
        return new Subject("users", value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
