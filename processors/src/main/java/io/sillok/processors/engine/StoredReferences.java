package io.sillok.processors.engine;

import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.wire.Json;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;

/// The soft references in a store that every instance fills from the events for itself.
final class StoredReferences implements References {

    private final KeyValueStore<String, byte[]> store;

    StoredReferences(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    @Override
    public Optional<String> find(String name) {
        return noted(name).map(Noted::value);
    }

    /// Applies what an event gives or takes away. Applying it again changes nothing.
    void apply(ReferenceIndex.Change change, EventEnvelope<?> by) {
        if (change.value().isEmpty()) {
            store.delete(change.name());
            return;
        }
        Noted next = new Noted(change.value().get(), change.onlyIfAbsent(), by.time(), by.id());
        Noted kept = noted(change.name()).map(next::after).orElse(next);
        store.put(change.name(), Json.bytes(kept));
    }

    private Optional<Noted> noted(String name) {
        return Optional.ofNullable(store.get(name)).map(bytes -> Json.readOwn(bytes, Noted.class));
    }
}
