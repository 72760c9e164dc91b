package io.sillok.schemas.envelope;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Places events in a history: the n-th happens n seconds after the epoch.
public final class History {

    private History() {}

    /// An event of a subject that is a boundary of its own.
    public static <E> EventEnvelope<E> at(long sequence, Subject subject, E event) {
        return at(sequence, BoundaryKey.of(subject), subject, event);
    }

    public static <E> EventEnvelope<E> at(
            long sequence, BoundaryKey key, Subject subject, E event) {
        return new EventEnvelope<>(
                new UUID(9, sequence),
                key,
                subject,
                sequence,
                Chain.START,
                time(sequence),
                "ada",
                new UUID(5, 6),
                new CommandId(new UUID(3, sequence)),
                Optional.empty(),
                event);
    }

    public static Instant time(long sequence) {
        return Instant.ofEpochSecond(sequence);
    }
}
