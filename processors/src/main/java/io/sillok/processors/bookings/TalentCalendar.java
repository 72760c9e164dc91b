package io.sillok.processors.bookings;

import io.sillok.schemas.bookings.Booking;
import io.sillok.schemas.bookings.BookingEvent;
import io.sillok.schemas.bookings.BookingId;
import io.sillok.schemas.bookings.BookingResource;
import io.sillok.schemas.bookings.CalendarEvent;
import io.sillok.schemas.bookings.Period;
import io.sillok.schemas.bookings.Talent;
import io.sillok.schemas.bookings.TalentEvent;
import io.sillok.schemas.bookings.TalentResource;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the deciders of one talent know: the talent and when it is booked.
///
/// Bookings that are cancelled, or over for a day, are forgotten. `forgottenUntil` is the latest
/// end of those that were over: nothing may begin before it, so what was forgotten cannot be
/// overlapped, whatever time the next command believes it is.
///
/// @param talent empty before it was added
/// @param bookings confirmed ones in the order of their start; no two overlap
/// @param forgottenUntil empty while nothing was forgotten
record TalentCalendar(
        Optional<Talent> talent, List<Booking> bookings, Optional<Instant> forgottenUntil) {

    /// More than the clocks of two APIs differ by, and a time in which a booking that is over is
    /// still known.
    private static final Duration KEPT = Duration.ofDays(1);

    static final TalentCalendar EMPTY =
            new TalentCalendar(Optional.empty(), List.of(), Optional.empty());

    TalentCalendar {
        bookings = List.copyOf(bookings);
    }

    /// The talent unless it was withdrawn.
    Optional<Talent> inAgency() {
        return talent.filter(found -> !found.withdrawn());
    }

    Optional<Booking> find(BookingId id) {
        return bookings.stream().filter(booking -> booking.id().equals(id)).findFirst();
    }

    /// True when a booking other than this one has a moment of the period.
    boolean isTaken(Period period, BookingId except) {
        return bookings.stream()
                .filter(booking -> !booking.id().equals(except))
                .anyMatch(booking -> booking.period().overlaps(period));
    }

    /// How many bookings are not over yet. What is over may still be known until the next event.
    long countAfter(Instant time) {
        return bookings.stream().filter(booking -> booking.period().end().isAfter(time)).count();
    }

    /// The calendar after one more event. Pure.
    TalentCalendar after(EventEnvelope<CalendarEvent> event) {
        return switch (event.event()) {
            case TalentEvent happened -> after(happened, event).prunedAt(event.time());
            case BookingEvent happened -> after(happened, event).prunedAt(event.time());
        };
    }

    /// The talent or the booking as the APIs answer it; without the number, which settlements and
    /// what is made of them need not know.
    Optional<Object> represent(Subject subject) {
        return Stream.<Object>concat(
                        talent.stream()
                                .filter(one -> one.id().subject().equals(subject))
                                .map(one -> TalentResource.of(one).withoutPhone()),
                        bookings.stream()
                                .filter(one -> one.id().subject().equals(subject))
                                .map(BookingResource::of))
                .findFirst();
    }

    private TalentCalendar after(TalentEvent happened, EventEnvelope<?> event) {
        return new TalentCalendar(
                Optional.of(Talent.evolve(talent, event.with(happened))), bookings, forgottenUntil);
    }

    private TalentCalendar after(BookingEvent happened, EventEnvelope<?> event) {
        Booking now = Booking.evolve(find(happened.booking()), event.with(happened));
        Stream<Booking> others = bookings.stream().filter(one -> !one.id().equals(now.id()));
        Stream<Booking> confirmed = Stream.of(now).filter(booking -> booking.cancelled().isEmpty());
        return new TalentCalendar(
                talent,
                Stream.concat(others, confirmed)
                        .sorted(Comparator.comparing(booking -> booking.period().start()))
                        .toList(),
                forgottenUntil);
    }

    private TalentCalendar prunedAt(Instant now) {
        Instant horizon = now.minus(KEPT);
        List<Booking> kept =
                bookings.stream().filter(one -> one.period().end().isAfter(horizon)).toList();
        if (kept.size() == bookings.size()) {
            return this;
        }
        Optional<Instant> latestEnd =
                Stream.concat(
                                forgottenUntil.stream(),
                                bookings.stream()
                                        .map(one -> one.period().end())
                                        .filter(end -> !end.isAfter(horizon)))
                        .max(Comparator.naturalOrder());
        return new TalentCalendar(talent, kept, latestEnd);
    }
}
