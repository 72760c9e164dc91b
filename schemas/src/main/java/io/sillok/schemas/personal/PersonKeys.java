package io.sillok.schemas.personal;

import java.util.Optional;

/// Where the keys of persons come from. Implementations are thread-safe.
///
/// Every method may throw [KeysUnavailable].
public interface PersonKeys {

    /// For those who may not know what is personal, and for contexts that have nothing of the kind:
    /// encrypts nothing, decrypts nothing.
    PersonKeys NONE = new NoKeys();

    /// The key under which new data of a person is encrypted, made when there is none. Empty when
    /// the person was erased: then the data must not be stored.
    Optional<DataKey> current(UserId person);

    /// What is known of the key that a ciphertext names.
    Found find(UserId person, String keyId);

    /// What came of looking for a key.
    sealed interface Found {

        record Key(DataKey key) implements Found {}

        /// There was one, and it is gone for ever.
        record Destroyed() implements Found {}

        /// No such key was ever made here: it is of another installation, or the store of keys was
        /// restored from an older copy, or is the wrong one.
        record Unknown() implements Found {}

        /// It is not for whoever asks.
        record Withheld() implements Found {}
    }
}
