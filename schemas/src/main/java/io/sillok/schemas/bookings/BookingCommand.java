package io.sillok.schemas.bookings;

/// What can be asked of a booking.
public sealed interface BookingCommand {

    BookingId booking();

    /// Book a talent; the booking becomes the sender's.
    record Request(BookingId booking, Period period) implements BookingCommand {}

    /// Move it to another period.
    record Reschedule(BookingId booking, Period period) implements BookingCommand {}

    /// Give it up; the period is free again.
    record Cancel(BookingId booking) implements BookingCommand {}
}
