package io.sillok.schemas.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Subject;
import java.util.UUID;

/// The identity of a category.
public record CategoryId(UUID value) {

    /// Reads an id from a path or a field.
    ///
    /// @throws IllegalArgumentException when `text` is not a UUID
    @JsonCreator
    public static CategoryId parse(String text) {
        return new CategoryId(Ids.parse(text));
    }

    /// The category as the subject of messages.
    public Subject subject() {
        return new Subject("categories", value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
