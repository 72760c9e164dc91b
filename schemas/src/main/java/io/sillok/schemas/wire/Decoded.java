package io.sillok.schemas.wire;

/// What became of bytes that should be a message.
public sealed interface Decoded<T> {

    record Message<T>(T envelope) implements Decoded<T> {}

    /// The bytes are not a message of ours. Belongs to the dead letters, never thrown.
    ///
    /// @param reason kebab-case: `unknown-type`, `unexpected-type` (it belongs on another kind of
    ///   topic), `malformed-value`, `malformed-headers`
    record Undecodable<T>(String reason, String detail) implements Decoded<T> {}
}
