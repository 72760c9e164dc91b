package io.sillok.schemas.bookings;

import io.sillok.schemas.envelope.Chain;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.EventEnvelope;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Places events in a history: the n-th of a subject happens n seconds after the epoch.
final class Events {

    static final TalentId TALENT = TalentId.of(new UUID(1, 2));
    static final BookingId BOOKING = BookingId.of(TALENT, new UUID(3, 4));

    private Events() {}

    static <E extends CalendarEvent> EventEnvelope<E> at(long sequence, E event) {
        return new EventEnvelope<>(
                new UUID(9, sequence),
                TALENT.key(),
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
