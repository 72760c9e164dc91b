package io.sillok.schemas.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sillok.schemas.personal.DataKey;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.personal.SealedText;
import io.sillok.schemas.personal.UserId;

/// How the personal components of one message are encrypted: under whose keys, and bound to which
/// place.
///
/// Authenticated with each ciphertext, but not contained in it, are the person, the place and the
/// component. So a ciphertext that was moved to another person, message type or component does not
/// decrypt.
///
/// @param place the `ce_type` of a message; for what is no message a fixed word
record Sealing(PersonKeys keys, String place) {

    /// The text that stands for a value on the log.
    ///
    /// @param component its name in JSON
    String seal(UserId person, String component, byte[] plain) {
        return keys.current(person)
                .map(key -> sealed(key, person, component, plain))
                .orElse(SealedText.ERASED);
    }

    private String sealed(DataKey key, UserId person, String component, byte[] plain) {
        byte[] encrypted = key.encrypt(plain, context(person, place, component));
        return new SealedText(key.id(), person, encrypted).toString();
    }

    /// None of the parts holds a line break, so no two of them give the same bytes.
    static byte[] context(UserId person, String place, String component) {
        return (person + "\n" + place + "\n" + component).getBytes(UTF_8);
    }
}
