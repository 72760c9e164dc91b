package io.sillok.queryapi.bookings;

import io.sillok.platform.kafka.LogUnavailable;
import io.sillok.queryapi.engines.Away;
import io.sillok.queryapi.engines.Busy;
import io.sillok.queryapi.log.EventLog;
import io.sillok.queryapi.log.Past;
import io.sillok.schemas.bookings.Booking;
import io.sillok.schemas.bookings.BookingEvent;
import io.sillok.schemas.bookings.BookingId;
import io.sillok.schemas.bookings.Talent;
import io.sillok.schemas.bookings.TalentEvent;
import io.sillok.schemas.bookings.TalentId;
import io.sillok.schemas.personal.PersonKeys;
import java.time.Instant;

/// Talents and bookings as they were, rebuilt from the log. Thread-safe.
final class PastBookings {

    private final EventLog log;
    private final PersonKeys keys;

    PastBookings(EventLog log, PersonKeys keys) {
        this.log = log;
        this.keys = keys;
    }

    Past<Talent> talent(TalentId id, Instant asOf) {
        return read(
                new Past.Recipe<>(id.subject(), id.key(), TalentEvent.class, Talent::evolve, keys),
                asOf);
    }

    Past<Booking> booking(BookingId id, Instant asOf) {
        return read(
                new Past.Recipe<>(
                        id.subject(), id.talent().key(), BookingEvent.class, Booking::evolve),
                asOf);
    }

    private <S, E> Past<S> read(Past.Recipe<S, E> recipe, Instant asOf) {
        try {
            return Past.read(log, recipe, asOf).orElseThrow(Busy::problem);
        } catch (LogUnavailable e) {
            throw Away.LOG.because(e);
        }
    }
}
