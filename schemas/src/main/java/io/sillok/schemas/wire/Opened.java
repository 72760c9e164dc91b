package io.sillok.schemas.wire;

import io.sillok.schemas.personal.UserId;

/// What became of a text that stands for personal data.
sealed interface Opened {

    /// Decrypted.
    ///
    /// @param person whose it is
    /// @param json the value
    record Plain(UserId person, byte[] json) implements Opened {}

    /// Its key is destroyed.
    record Redacted() implements Opened {}

    /// Its key is not known here.
    record Keyless(String keyId) implements Opened {}

    /// It is not for whoever reads.
    record Withheld() implements Opened {}

    /// It is not what this platform wrote at this place.
    record Refused() implements Opened {}
}
