package io.sillok.platform.testkit.personal;

import io.sillok.schemas.personal.DataKey;
import io.sillok.schemas.personal.KeysUnavailable;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.personal.PersonalKeys;
import io.sillok.schemas.personal.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The keys of persons in memory: made on first use as the vault makes them, and they can be
/// destroyed and be away. Thread-safe.
public final class Keyring implements PersonKeys {

    private static final String ID = "k1";

    private final Map<UserId, DataKey> keys = new ConcurrentHashMap<>();
    private final Set<UserId> erased = ConcurrentHashMap.newKeySet();
    private volatile boolean away;

    /// One keyring for everything.
    public PersonalKeys everywhere() {
        return new PersonalKeys(this, this);
    }

    public void destroy(UserId person) {
        erased.add(person);
        keys.remove(person);
    }

    /// From now on, as long as it is away, whoever asks gets [KeysUnavailable].
    public void setAway(boolean now) {
        away = now;
    }

    @Override
    public Optional<DataKey> current(UserId person) {
        requireHere();
        return erased.contains(person)
                ? Optional.empty()
                : Optional.of(
                        keys.computeIfAbsent(person, _ -> new DataKey(ID, DataKey.randomSecret())));
    }

    @Override
    public Found find(UserId person, String keyId) {
        requireHere();
        if (erased.contains(person)) {
            return new Found.Destroyed();
        }
        return Optional.ofNullable(keys.get(person))
                .filter(key -> key.id().equals(keyId))
                .<Found>map(Found.Key::new)
                .orElseGet(Found.Unknown::new);
    }

    private void requireHere() {
        if (away) {
            throw new KeysUnavailable("the keys are away");
        }
    }
}
