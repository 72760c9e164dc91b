package io.sillok.schemas.identity;

import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Chain;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Subject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Places events in a history: the n-th happens n seconds after the epoch.
final class Past {

    private Past() {}

    static <E> EventEnvelope<E> at(long sequence, Subject subject, E event) {
        return new EventEnvelope<>(
                new UUID(9, sequence),
                BoundaryKey.of(subject),
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

    static Instant time(long sequence) {
        return Instant.ofEpochSecond(sequence);
    }
}
