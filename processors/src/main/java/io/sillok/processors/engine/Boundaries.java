package io.sillok.processors.engine;

import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Head;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.wire.Json;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;

/// The part of the decider's store that holds what has been decided: each boundary's state and each
/// subject's head.
final class Boundaries {

    private static final String STATE = "state|";
    private static final String HEAD = "head|";

    private final KeyValueStore<String, byte[]> store;

    Boundaries(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /// The state's JSON; empty when no event has happened in the boundary.
    Optional<byte[]> state(BoundaryKey key) {
        return Optional.ofNullable(store.get(STATE + key));
    }

    Head head(Subject subject) {
        return Optional.ofNullable(store.get(HEAD + subject))
                .map(bytes -> Json.readOwn(bytes, Head.class))
                .orElse(Head.NONE);
    }

    void keep(BoundaryKey key, Ruling ruling) {
        ruling.state().ifPresent(state -> store.put(STATE + key, state));
        ruling.heads().forEach((subject, head) -> store.put(HEAD + subject, Json.bytes(head)));
    }
}
