package io.sillok.schemas.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How far a material's file has come. Only [#CLEAN] is ever downloadable or searchable.
public enum MaterialStatus {
    RECEIVED,
    SCANNING,
    CLEAN,
    INFECTED,
    UNSCANNABLE,
    SCAN_FAILED;

    /// Reads the kebab-case word of the API.
    ///
    /// @throws IllegalArgumentException when no status has this name
    @JsonCreator
    public static MaterialStatus parse(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// True once a scan ended, whatever it found.
    public boolean isVerdict() {
        return switch (this) {
            case RECEIVED, SCANNING -> false;
            case CLEAN, INFECTED, UNSCANNABLE, SCAN_FAILED -> true;
        };
    }

    /// The kebab-case word of the API.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
