package io.sillok.platform.web.access;

/// What a token turned out to be.
public sealed interface Verification {

    /// A token to be believed.
    record Valid(Caller caller) implements Verification {}

    /// Anything else.
    ///
    /// @param reason kebab-case: `token-expired`, `token-refused`
    record Invalid(String reason) implements Verification {}
}
