package io.sillok.processors.engine;

import io.sillok.schemas.wire.Json;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/// The part of the decider's store that holds commands which wait, a queue for each key in the
/// order of the log. What it keeps in memory is what the store holds.
final class Deferrals {

    private static final String PREFIX = "deferred|";

    private final KeyValueStore<String, byte[]> store;
    private final Map<String, Queue<Deferred>> queues = new LinkedHashMap<>();

    /// Reads what was waiting when the store was last written.
    Deferrals(KeyValueStore<String, byte[]> store) {
        this.store = store;
        try (KeyValueIterator<String, byte[]> found =
                store.prefixScan(PREFIX, new StringSerializer())) {
            found.forEachRemaining(entry -> queue(Json.readOwn(entry.value, Deferred.class)));
        }
    }

    boolean isEmpty() {
        return queues.isEmpty();
    }

    /// True when a command with this key waits, so that later ones must wait behind it.
    boolean holds(String key) {
        return queues.containsKey(key);
    }

    void add(Deferred deferred) {
        store.put(name(deferred), Json.bytes(deferred));
        queue(deferred);
    }

    /// The keys under which commands wait.
    List<String> keys() {
        return List.copyOf(queues.keySet());
    }

    Optional<Deferred> first(String key) {
        return Optional.ofNullable(queues.get(key)).map(Queue::element);
    }

    void removeFirst(String key) {
        Queue<Deferred> queue = Objects.requireNonNull(queues.get(key));
        store.delete(name(queue.remove()));
        if (queue.isEmpty()) {
            queues.remove(key);
        }
    }

    private void queue(Deferred deferred) {
        queues.computeIfAbsent(deferred.record().key(), _ -> new ArrayDeque<>()).add(deferred);
    }

    /// Sorts as offsets do.
    private static String name(Deferred deferred) {
        return PREFIX + "%019d".formatted(deferred.offset());
    }
}
