package io.sillok.processors.bookings;

import io.sillok.processors.engine.DecidingContext;
import io.sillok.schemas.personal.PersonalKeys;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// The table of contents of bookings: what it decides. Nothing follows from its events but views.
public final class BookingsModule {

    private BookingsModule() {}

    /// Its rules.
    ///
    /// @param keys for the phone numbers of talents
    public static DecidingContext decides(PersonalKeys keys) {
        return new DecidingContext(
                        "bookings",
                        Topics.BOOKINGS_COMMANDS,
                        Topics.BOOKINGS_EVENTS,
                        List.of(new TalentDecider(), new BookingDecider()),
                        List.of(),
                        _ -> List.of())
                .with(keys);
    }
}
