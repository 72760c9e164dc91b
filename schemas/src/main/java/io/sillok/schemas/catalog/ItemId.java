package io.sillok.schemas.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Subject;
import java.util.UUID;

/// The identity of an item.
public record ItemId(UUID value) {

    /// Reads an id from a path or a field.
    ///
    /// @throws IllegalArgumentException when `text` is not a UUID
    @JsonCreator
    public static ItemId parse(String text) {
        return new ItemId(Ids.parse(text));
    }

    /// The item as the subject of messages.
    public Subject subject() {
        return new Subject("items", value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
