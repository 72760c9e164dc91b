package io.sillok.schemas.wire;

import io.sillok.schemas.personal.PersonKeys;

/// The values of records, for tests of other packages.
public final class Values {

    private Values() {}

    /// The bytes of a message.
    public static byte[] of(Object message, PersonKeys keys) {
        return Payload.bytes(message, keys);
    }
}
