package io.sillok.platform.stores.personal;

import java.util.List;

/// The key that all keys of an installation depend on. It never leaves its implementation, so that
/// it may be in a key management service. Implementations are thread-safe.
///
/// There may be several, because they are rotated: the newest wraps, all of them unwrap. Any method
/// may throw [io.sillok.schemas.personal.KeysUnavailable] when it is kept elsewhere and cannot be
/// had.
public interface MasterKey {

    /// The ids of those it has, lower-case letters and digits, the one that wraps first.
    List<String> ids();

    /// Encrypts a key under the newest of them.
    ///
    /// @param context authenticated with it
    Wrapped wrap(byte[] secret, String context);

    /// Decrypts a key.
    ///
    /// @throws io.sillok.schemas.personal.KeysUnavailable when it does not have the one that
    ///   wrapped
    /// @throws IllegalStateException when these bytes were not wrapped by it in this context
    byte[] unwrap(Wrapped wrapped, String context);

    /// The 32 bytes that follow from one of them for one purpose.
    ///
    /// @param id one of [#ids()]
    byte[] derive(String id, String purpose);

    /// A key as it may be stored.
    ///
    /// @param masterKey id of the one that wrapped it
    /// @param bytes not copied; do not change the array
    record Wrapped(String masterKey, byte[] bytes) {}
}
