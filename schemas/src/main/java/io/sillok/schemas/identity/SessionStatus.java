package io.sillok.schemas.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Whether a session goes on.
public enum SessionStatus {
    OPEN,
    ENDED;

    /// Reads the kebab-case word of the API.
    ///
    /// @throws IllegalArgumentException when none has this name
    @JsonCreator
    public static SessionStatus parse(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// The kebab-case word of the API.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
