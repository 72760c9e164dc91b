package io.sillok.platform.web.access;

import java.time.Instant;
import java.util.UUID;

/// Knows what does not count any more although it is in its time. Thread-safe.
public interface Revocations {

    /// Whether something counts.
    enum Standing {
        VALID,
        VOID,
        /// That cannot be said yet.
        UNKNOWN
    }

    /// Of an access token.
    ///
    /// @param issued when, to the second
    Standing ofToken(Caller caller, Instant issued);

    /// Of an API key.
    ///
    /// @param holder the id of the person whose key it is
    Standing ofKey(UUID key, String holder);

    /// Nothing is ever revoked.
    static Revocations none() {
        return new Revocations() {
            @Override
            public Standing ofToken(Caller caller, Instant issued) {
                return Standing.VALID;
            }

            @Override
            public Standing ofKey(UUID key, String holder) {
                return Standing.VALID;
            }
        };
    }
}
