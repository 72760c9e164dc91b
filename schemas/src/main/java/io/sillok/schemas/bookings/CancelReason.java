package io.sillok.schemas.bookings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Why a booking was cancelled.
public enum CancelReason {
    BY_BOOKER,
    BY_ADMIN,
    TALENT_WITHDRAWN;

    /// Reads the kebab-case word of the API.
    ///
    /// @throws IllegalArgumentException when no reason has this name
    @JsonCreator
    public static CancelReason parse(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// The kebab-case word of the API.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
