package io.sillok.schemas.generation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How much should stand around the code that somebody asked for.
public enum OutputStructure {
    MINIMAL,
    STANDARD,
    DETAILED;

    /// Reads the kebab-case word of the API.
    ///
    /// @throws IllegalArgumentException when none has this name
    @JsonCreator
    public static OutputStructure parse(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// The kebab-case word of the API.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
