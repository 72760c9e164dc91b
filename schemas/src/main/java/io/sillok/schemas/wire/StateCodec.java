package io.sillok.schemas.wire;

import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.personal.PersonalTypes;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Turns the state of deciders into the bytes of their store and back. Personal data in it is
/// encrypted, because the store is on the log as well. Thread-safe.
///
/// @param <S> state
public final class StateCodec<S> {

    private static final String PLACE = "state";

    private final Class<S> type;
    private final PersonKeys keys;
    private final boolean personal;

    public StateCodec(Class<S> type, PersonKeys keys) {
        this.type = type;
        this.keys = keys;
        this.personal = PersonalTypes.holdPersonalData(type);
    }

    /// The bytes that the store keeps.
    ///
    /// @throws io.sillok.schemas.personal.KeysUnavailable when it holds personal data and keys
    ///   cannot be had
    public byte[] bytes(S state) {
        return personal ? Json.bytes(state, new Sealing(keys, PLACE)) : Json.bytes(state);
    }

    /// The state that these bytes were made of, without the data of persons who were erased since.
    ///
    /// @throws UncheckedIOException when they were made of something else
    /// @throws io.sillok.schemas.personal.KeysUnavailable as above
    public S read(byte[] bytes) {
        if (!personal) {
            return Json.readOwn(bytes, type);
        }
        try {
            return Json.read(bytes, type, new Opening(keys, PLACE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
