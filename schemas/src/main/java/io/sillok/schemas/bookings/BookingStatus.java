package io.sillok.schemas.bookings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Whether a booking holds. No two [#CONFIRMED] ones of a talent overlap.
public enum BookingStatus {
    CONFIRMED,
    CANCELLED;

    /// Reads the lower-case word of the API.
    ///
    /// @throws IllegalArgumentException when no status has this name
    @JsonCreator
    public static BookingStatus parse(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// The lower-case word of the API.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
