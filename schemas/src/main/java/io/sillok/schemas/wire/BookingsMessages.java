package io.sillok.schemas.wire;

import io.sillok.schemas.bookings.BookingCommand;
import io.sillok.schemas.bookings.BookingEvent;
import io.sillok.schemas.bookings.TalentCommand;
import io.sillok.schemas.bookings.TalentEvent;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// The messages of bookings.
final class BookingsMessages {

    static final List<MessageType<?>> ALL =
            List.of(
                    command("add-talent", TalentCommand.Add.class),
                    command("change-talent", TalentCommand.Change.class),
                    command("withdraw-talent", TalentCommand.Withdraw.class),
                    command("request-booking", BookingCommand.Request.class),
                    command("reschedule-booking", BookingCommand.Reschedule.class),
                    command("cancel-booking", BookingCommand.Cancel.class),
                    event("talent-added", TalentEvent.Added.class),
                    event("talent-changed", TalentEvent.Changed.class),
                    event("talent-withdrawn", TalentEvent.Withdrawn.class),
                    event("booking-confirmed", BookingEvent.Confirmed.class),
                    event("booking-rescheduled", BookingEvent.Rescheduled.class),
                    event("booking-cancelled", BookingEvent.Cancelled.class));

    private BookingsMessages() {}

    private static <T> MessageType<T> command(String name, Class<T> javaType) {
        return new MessageType<>(List.of(Topics.BOOKINGS_COMMANDS), "bookings", name, 1, javaType);
    }

    private static <T> MessageType<T> event(String name, Class<T> javaType) {
        return new MessageType<>(List.of(Topics.BOOKINGS_EVENTS), "bookings", name, 1, javaType);
    }
}
