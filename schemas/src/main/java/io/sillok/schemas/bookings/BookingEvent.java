package io.sillok.schemas.bookings;

import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.money.Money;

/// What happened to a booking.
public sealed interface BookingEvent extends CalendarEvent {

    BookingId booking();

    @Override
    default Subject subject() {
        return booking().subject();
    }

    /// The talent is booked.
    ///
    /// @param booker id of whose booking it is
    /// @param pricePerHour of the talent at that moment; a move is charged at it as well
    /// @param price of the whole period
    record Confirmed(
            BookingId booking,
            TalentId talent,
            String booker,
            Period period,
            Money pricePerHour,
            Money price)
            implements BookingEvent {}

    /// It takes place at another time.
    record Rescheduled(BookingId booking, Period period, Money price) implements BookingEvent {}

    /// It does not take place.
    record Cancelled(BookingId booking, CancelReason reason) implements BookingEvent {}
}
