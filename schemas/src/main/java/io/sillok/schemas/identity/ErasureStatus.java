package io.sillok.schemas.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How far an erasure has come.
public enum ErasureStatus {
    /// The person may do nothing any more, their data is being taken away.
    UNDER_WAY,
    /// It stopped before the end, because of what was in the way, until it is resumed.
    SUSPENDED,
    /// Nothing is left.
    COMPLETE;

    /// Reads the kebab-case word of the API.
    ///
    /// @throws IllegalArgumentException when none has this name
    @JsonCreator
    public static ErasureStatus parse(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// The kebab-case word of the API.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
