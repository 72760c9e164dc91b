package io.sillok.schemas.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Subject;
import java.util.UUID;

/// The identity of an API key.
public record ApiKeyId(UUID value) {

    /// Reads an id from a path or a field.
    ///
    /// @throws IllegalArgumentException when `text` is not a UUID
    @JsonCreator
    public static ApiKeyId parse(String text) {
        return new ApiKeyId(Ids.parse(text));
    }

    /// The key as the subject of messages.
    public Subject subject() {
        return new Subject("api-keys", value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
