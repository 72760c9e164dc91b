package io.sillok.platform.web.access;

import java.time.Instant;

/// What a token turned out to be.
public sealed interface Verification {

    /// A token to be believed.
    ///
    /// @param issued when, to the second
    record Valid(Caller caller, Instant issued) implements Verification {}

    /// Anything else.
    ///
    /// @param reason kebab-case: `token-expired`, `token-refused`
    record Invalid(String reason) implements Verification {}
}
