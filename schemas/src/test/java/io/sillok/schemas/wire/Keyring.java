package io.sillok.schemas.wire;

import io.sillok.schemas.personal.DataKey;
import io.sillok.schemas.personal.KeysUnavailable;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.personal.UserId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Keys in memory, which can be destroyed and can be away. For tests.
final class Keyring implements PersonKeys {

    private final Map<UserId, DataKey> keys = new HashMap<>();
    private final Set<UserId> erased = new HashSet<>();
    private boolean away;

    void destroy(UserId person) {
        keys.remove(person);
        erased.add(person);
    }

    void away(boolean now) {
        away = now;
    }

    @Override
    public Optional<DataKey> current(UserId person) {
        requireHere();
        return erased.contains(person)
                ? Optional.empty()
                : Optional.of(
                        keys.computeIfAbsent(
                                person, _ -> new DataKey("k1", DataKey.randomSecret())));
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
            throw new KeysUnavailable("away");
        }
    }
}
