package io.sillok.schemas.envelope;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Work for a worker outside the log: a scan, a call, a delivery. Done at least once, so whatever
/// it causes must bear repeating under the same id.
///
/// @param id stable: the same event asks for the same work under the same id
/// @param causation the event that asked for it
public record WorkEnvelope<W>(
        UUID id,
        BoundaryKey key,
        Subject subject,
        Instant time,
        String actor,
        UUID correlation,
        UUID causation,
        Optional<String> traceparent,
        W work) {

    /// The work that an event asks for.
    ///
    /// @param kind tells apart several works that one event asks for
    public static <W> WorkEnvelope<W> because(EventEnvelope<?> event, String kind, W work) {
        return new WorkEnvelope<>(
                Ids.named(kind + "/" + event.id()),
                event.key(),
                event.subject(),
                event.time(),
                event.actor(),
                event.correlation(),
                event.id(),
                event.traceparent(),
                work);
    }

    /// The same envelope around work seen as another type.
    public <V> WorkEnvelope<V> with(V other) {
        return new WorkEnvelope<>(
                id, key, subject, time, actor, correlation, causation, traceparent, other);
    }
}
