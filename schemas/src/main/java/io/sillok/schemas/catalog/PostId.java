package io.sillok.schemas.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Subject;
import java.util.UUID;

/// The identity of a post.
public record PostId(UUID value) {

    /// Reads an id from a path or a field.
    ///
    /// @throws IllegalArgumentException when `text` is not a UUID
    @JsonCreator
    public static PostId parse(String text) {
        return new PostId(Ids.parse(text));
    }

    /// The post as the subject of messages.
    public Subject subject() {
        return new Subject("posts", value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
