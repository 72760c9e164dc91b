package io.sillok.schemas.bookings;

import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.History;
import java.time.Instant;
import java.util.UUID;

/// Places events in a history: the n-th of a subject happens n seconds after the epoch.
final class Events {

    static final TalentId TALENT = TalentId.of(new UUID(1, 2));
    static final BookingId BOOKING = BookingId.of(TALENT, new UUID(3, 4));

    private Events() {}

    static <E extends CalendarEvent> EventEnvelope<E> at(long sequence, E event) {
        return History.at(sequence, TALENT.key(), event.subject(), event);
    }

    static Instant time(long sequence) {
        return History.time(sequence);
    }
}
