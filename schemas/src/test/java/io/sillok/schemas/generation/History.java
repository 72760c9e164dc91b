package io.sillok.schemas.generation;

import io.sillok.schemas.envelope.Chain;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.personal.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Places events in a history: the n-th of a subject happens n seconds after the epoch.
final class History {

    static final UserId ADA = new UserId(new UUID(0x1111_0000_0000_7000L, 1));
    static final AccountId ACCOUNT = AccountId.of(ADA);
    static final GenerationId FIRST = GenerationId.of(ACCOUNT, new UUID(3, 4));
    static final GenerationId SECOND = GenerationId.of(ACCOUNT, new UUID(3, 5));

    private History() {}

    static <E extends AccountEvent> EventEnvelope<E> at(long sequence, E event) {
        return new EventEnvelope<>(
                new UUID(9, sequence),
                ACCOUNT.key(),
                event.subject(),
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
