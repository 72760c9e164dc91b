package io.sillok.schemas.golden;

import static io.sillok.schemas.golden.TalentSamples.TALENT;

import io.sillok.schemas.bookings.BookingCommand;
import io.sillok.schemas.bookings.BookingEvent;
import io.sillok.schemas.bookings.BookingId;
import io.sillok.schemas.bookings.CancelReason;
import io.sillok.schemas.bookings.Period;
import io.sillok.schemas.bookings.Rate;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.money.Money;
import java.time.Instant;
import java.util.List;

/// Commands and events of bookings.
final class BookingSamples {

    private static final BookingId BOOKING =
            BookingId.parse("5d1c7be0-93aa-8f21-9c0d-77b1e2a40d35");
    private static final Subject SUBJECT = BOOKING.subject();
    private static final BoundaryKey KEY = TALENT.key();
    private static final Period PERIOD =
            new Period(
                    Instant.parse("2026-12-01T01:00:00Z"), Instant.parse("2026-12-01T03:30:00Z"));
    private static final Money RATE = Rate.perHour(150_000);
    private static final Money PRICE = Rate.of(PERIOD, RATE);

    private BookingSamples() {}

    static List<Sample> all() {
        return List.of(
                Given.full("full", KEY, SUBJECT, new BookingCommand.Request(BOOKING, PERIOD)),
                Given.full("full", KEY, SUBJECT, new BookingCommand.Reschedule(BOOKING, PERIOD)),
                Given.full("full", KEY, SUBJECT, new BookingCommand.Cancel(BOOKING)),
                event(
                        "full",
                        new BookingEvent.Confirmed(
                                BOOKING, TALENT, Given.EDITOR.id(), PERIOD, RATE, PRICE)),
                event("full", new BookingEvent.Rescheduled(BOOKING, PERIOD, PRICE)),
                event("by-booker", new BookingEvent.Cancelled(BOOKING, CancelReason.BY_BOOKER)),
                event("by-admin", new BookingEvent.Cancelled(BOOKING, CancelReason.BY_ADMIN)),
                event(
                        "talent-withdrawn",
                        new BookingEvent.Cancelled(BOOKING, CancelReason.TALENT_WITHDRAWN)));
    }

    private static Sample event(String name, BookingEvent event) {
        return Given.event(name, KEY, SUBJECT, event);
    }
}
