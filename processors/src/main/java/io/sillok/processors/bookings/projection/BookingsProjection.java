package io.sillok.processors.bookings.projection;

import io.sillok.processors.engine.projection.LogRecord;
import io.sillok.processors.engine.projection.Projection;
import io.sillok.processors.engine.projection.Reading;
import io.sillok.processors.engine.projection.SubjectEvents;
import io.sillok.schemas.bookings.Booking;
import io.sillok.schemas.bookings.BookingEvent;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// One row per booking, cancelled ones too.
final class BookingsProjection implements Projection<Booking> {

    private static final SubjectEvents EVENTS = new SubjectEvents("bookings");

    @Override
    public String name() {
        return "bookings";
    }

    @Override
    public List<Topic> topics() {
        return List.of(Topics.BOOKINGS_EVENTS);
    }

    @Override
    public Reading<Booking> read(LogRecord record) {
        return EVENTS.read(
                record,
                event ->
                        before -> Booking.evolve(before, event.with((BookingEvent) event.event())));
    }
}
