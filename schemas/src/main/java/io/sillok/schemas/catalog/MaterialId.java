package io.sillok.schemas.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Subject;
import java.util.UUID;

/// The identity of a material.
public record MaterialId(UUID value) {

    /// Reads an id from a path or a field.
    ///
    /// @throws IllegalArgumentException when `text` is not a UUID
    @JsonCreator
    public static MaterialId parse(String text) {
        return new MaterialId(Ids.parse(text));
    }

    /// The material as the subject of messages.
    public Subject subject() {
        return new Subject("materials", value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
