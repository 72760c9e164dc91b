package io.sillok.schemas.bookings;

import io.sillok.schemas.envelope.Subject;

/// What happened in the calendar of one talent: to the talent, or to one of its bookings. All of it
/// is decided in one place and stands under one key, that of the talent.
public sealed interface CalendarEvent permits TalentEvent, BookingEvent {

    /// The talent or the booking that it belongs to.
    Subject subject();
}
