package io.sillok.schemas.generation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Subject;
import java.util.UUID;

/// The identity of the remembered answers. There is [#ALL] of them and nothing else yet.
public record PromptCacheId(UUID value) {

    /// Those of all accounts.
    public static final PromptCacheId ALL = new PromptCacheId(Ids.named("prompt cache"));

    /// Reads an id from a path or a field.
    ///
    /// @throws IllegalArgumentException when `text` is not a UUID
    @JsonCreator
    public static PromptCacheId parse(String text) {
        return new PromptCacheId(Ids.parse(text));
    }

    public Subject subject() {
        return new Subject("prompt-caches", value);
    }

    /// Where it is decided.
    public BoundaryKey key() {
        return BoundaryKey.of(subject());
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
