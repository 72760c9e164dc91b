package io.sillok.schemas.envelope;

import java.util.Locale;

/// What a caller may do beyond their own things, from least to most.
public enum Role {
    USER,
    EDITOR,
    ADMIN;

    /// Reads the lower-case word used in tokens and headers.
    ///
    /// @throws IllegalArgumentException when no role has this name
    public static Role parse(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// The lower-case word used in tokens and headers.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
