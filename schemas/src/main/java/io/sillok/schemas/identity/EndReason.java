package io.sillok.schemas.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Why a session or an API key is over.
public enum EndReason {
    /// Its holder ended it.
    LOGGED_OUT,
    /// Somebody else ended it.
    REVOKED,
    /// A refresh token was presented that had been used before: one of the two who had it stole it.
    REUSED,
    /// Its holder opened more sessions than anybody may have at a time, and it was the oldest.
    REPLACED,
    /// It was made for so long and no longer.
    EXPIRED,
    /// Its holder has another password.
    PASSWORD_CHANGED,
    /// Its holder may do nothing any more.
    DEACTIVATED,
    /// Its holder is no more.
    ERASED;

    /// Reads the kebab-case word of the API.
    ///
    /// @throws IllegalArgumentException when none has this name
    @JsonCreator
    public static EndReason parse(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// The kebab-case word of the API.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
