package io.sillok.schemas.personal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Keys of persons that follow from secrets (HKDF), one for each person and secret, stored nowhere.
/// They cannot be destroyed one by one, so they are for what does not stay: commands.
///
/// Thread-safe.
public final class DerivedKeys implements PersonKeys {

    private final Map<String, byte[]> secrets;
    private final String current;

    /// Keys that follow from these secrets.
    ///
    /// @param secrets by the id that their keys have, the one in use first
    public DerivedKeys(Map<String, byte[]> secrets) {
        this.secrets = new LinkedHashMap<>(secrets);
        this.current =
                this.secrets.keySet().stream()
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("there is no secret"));
    }

    @Override
    public Optional<DataKey> current(UserId person) {
        return Optional.of(key(current, person));
    }

    @Override
    public Found find(UserId person, String keyId) {
        return secrets.containsKey(keyId) ? new Found.Key(key(keyId, person)) : new Found.Unknown();
    }

    private DataKey key(String id, UserId person) {
        byte[] secret = Objects.requireNonNull(secrets.get(id));
        return new DataKey(id, Hkdf.sha256(secret, "person/" + person));
    }
}
