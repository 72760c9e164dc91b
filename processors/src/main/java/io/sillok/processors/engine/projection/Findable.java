package io.sillok.processors.engine.projection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.schemas.search.Hangul;
import io.sillok.schemas.wire.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The fields of a search document that every type has, whichever context it is of. Not
/// thread-safe; used once.
public final class Findable {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Findable(String type, Instant createdAt, Instant updatedAt) {
        fields.put("type", type);
        fields.put("created_at", createdAt);
        fields.put("updated_at", updatedAt);
    }

    /// What is kept of something that must not be found.
    ///
    /// @param type what it is, as the API says it: `material`
    public static ObjectNode tombstone(String type, Instant createdAt, Instant updatedAt) {
        return new Findable(type, createdAt, updatedAt).with("withdrawn", true).document();
    }

    /// Something that may be found by its title, also by the initial consonants and the letters of
    /// it, which are computed here because no analyzer can.
    ///
    /// @param type what it is, as the API says it: `material`
    public static Findable of(String type, String title, Instant createdAt, Instant updatedAt) {
        return new Findable(type, createdAt, updatedAt)
                .with("withdrawn", false)
                .with("title", title)
                .with("initials", Hangul.initials(title))
                .with("jamo", Hangul.letters(title));
    }

    public Findable with(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    public Findable with(String field, Optional<?> value) {
        value.ifPresent(present -> fields.put(field, present));
        return this;
    }

    public ObjectNode document() {
        return Json.object(fields);
    }
}
