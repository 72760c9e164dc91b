package io.sillok.schemas.envelope;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What a caller may do beyond their own things, from least to most.
public enum Role {
    USER,
    EDITOR,
    ADMIN;

    /// Reads the lower-case word used in tokens, headers and JSON.
    ///
    /// @throws IllegalArgumentException when no role has this name
    @JsonCreator
    public static Role parse(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// The lower-case word used in tokens, headers and JSON.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
