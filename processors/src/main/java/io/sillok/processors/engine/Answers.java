package io.sillok.processors.engine;

import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.Idempotency;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.wire.Json;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/// Remembers for seven days of log time how commands with an idempotency key were settled, whether
/// accepted or rejected. Keys are counted per boundary.
final class Answers {

    static final Duration KEPT = Duration.ofDays(7);

    /// How a request was settled.
    ///
    /// @param fingerprint of the request
    record Answer(String fingerprint, CommandSettled settled) {}

    private final WindowStore<String, byte[]> store;

    Answers(WindowStore<String, byte[]> store) {
        this.store = store;
    }

    /// The answer to the first command with this key.
    ///
    /// @param now the newest time the log has shown
    Optional<Answer> find(CommandEnvelope<?> command, Idempotency idempotency, long now) {
        long from = Math.max(0, now - KEPT.toMillis());
        try (WindowStoreIterator<byte[]> found =
                store.fetch(name(command, idempotency), from, Math.max(0, now))) {
            return found.hasNext()
                    ? Optional.of(Json.readOwn(found.next().value, Answer.class))
                    : Optional.empty();
        }
    }

    void remember(CommandEnvelope<?> command, CommandSettled settled, long now) {
        command.idempotency()
                .ifPresent(
                        idempotency ->
                                store.put(
                                        name(command, idempotency),
                                        Json.bytes(new Answer(idempotency.fingerprint(), settled)),
                                        Math.max(0, now)));
    }

    private static String name(CommandEnvelope<?> command, Idempotency idempotency) {
        return command.key() + "|" + idempotency.key();
    }
}
