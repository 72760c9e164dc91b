package io.sillok.schemas.bookings;

import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.money.Money;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import java.util.Optional;

/// What happened to a talent.
public sealed interface TalentEvent extends CalendarEvent {

    TalentId talent();

    @Override
    default Subject subject() {
        return talent().subject();
    }

    record Added(
            TalentId talent,
            String name,
            String description,
            Money pricePerHour,
            @Personal Optional<String> phone,
            boolean available)
            implements TalentEvent, AboutPerson {

        @Override
        public UserId person() {
            return talent.person();
        }
    }

    record Changed(
            TalentId talent,
            String name,
            String description,
            Money pricePerHour,
            @Personal Optional<String> phone,
            boolean available)
            implements TalentEvent, AboutPerson {

        @Override
        public UserId person() {
            return talent.person();
        }
    }

    /// It cannot be booked again. Its bookings that had not begun are cancelled by events of their
    /// own beside this one.
    record Withdrawn(TalentId talent) implements TalentEvent {}
}
