package io.sillok.schemas.bookings;

import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.money.Money;
import java.time.Instant;
import java.util.Optional;

/// A booking as it is now: the fold of its events.
///
/// @param booker id of whose booking it is
/// @param pricePerHour of the talent when it was booked
/// @param price of the whole period
/// @param cancelled why it does not take place; present when, and only when, it does not
public record Booking(
        BookingId id,
        long version,
        String booker,
        Period period,
        Money pricePerHour,
        Money price,
        Optional<CancelReason> cancelled,
        Instant createdAt,
        Instant updatedAt) {

    /// The booking after one more event. Pure; events at or below `before`'s version change
    /// nothing.
    ///
    /// @param before empty when `next` is its first event
    public static Booking evolve(Optional<Booking> before, EventEnvelope<BookingEvent> next) {
        if (before.isPresent() && before.get().version() >= next.sequence()) {
            return before.get();
        }
        return switch (next.event()) {
            case BookingEvent.Confirmed(var id, _, var booker, var period, var rate, var price) ->
                    new Booking(
                            id,
                            next.sequence(),
                            booker,
                            period,
                            rate,
                            price,
                            Optional.empty(),
                            next.time(),
                            next.time());
            case BookingEvent.Rescheduled(_, var period, var price) ->
                    before.orElseThrow().moved(period, price, next);
            case BookingEvent.Cancelled(_, var reason) ->
                    before.orElseThrow().cancelled(reason, next);
        };
    }

    public BookingStatus status() {
        return cancelled.isEmpty() ? BookingStatus.CONFIRMED : BookingStatus.CANCELLED;
    }

    private Booking moved(Period to, Money newPrice, EventEnvelope<?> by) {
        return new Booking(
                id,
                by.sequence(),
                booker,
                to,
                pricePerHour,
                newPrice,
                cancelled,
                createdAt,
                by.time());
    }

    private Booking cancelled(CancelReason reason, EventEnvelope<?> by) {
        return new Booking(
                id,
                by.sequence(),
                booker,
                period,
                pricePerHour,
                price,
                Optional.of(reason),
                createdAt,
                by.time());
    }
}
