package io.sillok.schemas.bookings;

import io.sillok.schemas.money.Money;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import java.util.Optional;

/// What can be asked of a talent.
public sealed interface TalentCommand {

    TalentId talent();

    /// Take a talent into the agency.
    ///
    /// @param phone `010-1234-5678`
    /// @param available whether it can be booked
    record Add(
            TalentId talent,
            String name,
            String description,
            Money pricePerHour,
            @Personal Optional<String> phone,
            boolean available)
            implements TalentCommand, AboutPerson {

        @Override
        public UserId person() {
            return talent.person();
        }
    }

    /// Replace what is said of a talent. Bookings keep the price that they were made at.
    record Change(
            TalentId talent,
            String name,
            String description,
            Money pricePerHour,
            @Personal Optional<String> phone,
            boolean available)
            implements TalentCommand, AboutPerson {

        @Override
        public UserId person() {
            return talent.person();
        }
    }

    /// Take a talent out of the agency; bookings that have not begun are cancelled.
    record Withdraw(TalentId talent) implements TalentCommand {}
}
