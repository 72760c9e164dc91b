package io.sillok.standalone.stage;

import io.sillok.platform.testkit.ledger.Invariant;
import io.sillok.schemas.bookings.BookingEvent;
import io.sillok.schemas.bookings.BookingId;
import io.sillok.schemas.bookings.Period;
import io.sillok.schemas.bookings.TalentId;
import io.sillok.schemas.envelope.EventEnvelope;
import java.util.HashMap;
import java.util.Map;

/// Holds at every prefix: no two confirmed bookings of a talent have a moment in common.
public final class ConfirmedBookingsDoNotOverlap implements Invariant {

    private final Map<TalentId, Map<BookingId, Period>> calendars = new HashMap<>();

    @Override
    public void after(EventEnvelope<Object> event) {
        switch (event.event()) {
            case BookingEvent.Confirmed confirmed -> take(confirmed.booking(), confirmed.period());
            case BookingEvent.Rescheduled moved -> {
                calendar(moved.booking()).remove(moved.booking());
                take(moved.booking(), moved.period());
            }
            case BookingEvent.Cancelled(var booking, _) -> calendar(booking).remove(booking);
            default -> {}
        }
    }

    /// How many confirmed bookings there are now.
    public int confirmed() {
        return calendars.values().stream().mapToInt(Map::size).sum();
    }

    private void take(BookingId booking, Period period) {
        calendar(booking)
                .forEach(
                        (other, taken) -> {
                            if (taken.overlaps(period)) {
                                throw new AssertionError(booking + " overlaps " + other);
                            }
                        });
        calendar(booking).put(booking, period);
    }

    private Map<BookingId, Period> calendar(BookingId booking) {
        return calendars.computeIfAbsent(booking.talent(), _ -> new HashMap<>());
    }
}
