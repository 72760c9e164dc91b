package io.sillok.processors.bookings;

import io.sillok.schemas.bookings.BookingEvent;
import io.sillok.schemas.bookings.CancelReason;
import java.time.Instant;
import java.util.List;

/// What follows for its bookings when a talent is withdrawn. It is no process of several steps: the
/// calendar holds the bookings, so they are cancelled by the same decision, in one transaction.
final class WhenTalentWithdrawnThenCancelBookings {

    private WhenTalentWithdrawnThenCancelBookings() {}

    /// A cancellation for each booking that has not begun, in the order of their start.
    static List<BookingEvent> in(TalentCalendar calendar, Instant now) {
        return calendar.bookings().stream()
                .filter(booking -> booking.period().start().isAfter(now))
                .<BookingEvent>map(
                        booking ->
                                new BookingEvent.Cancelled(
                                        booking.id(), CancelReason.TALENT_WITHDRAWN))
                .toList();
    }
}
