package io.sillok.processors.bookings;

import io.sillok.processors.engine.DeciderFixture;
import io.sillok.schemas.bookings.BookingEvent;
import io.sillok.schemas.bookings.BookingId;
import io.sillok.schemas.bookings.Period;
import io.sillok.schemas.bookings.Rate;
import io.sillok.schemas.bookings.TalentEvent;
import io.sillok.schemas.bookings.TalentId;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The talent and the people of these tests.
final class Given {

    static final TalentId TALENT = TalentId.of(new UUID(1, 1));
    static final BookingId FIRST = BookingId.of(TALENT, new UUID(2, 1));
    static final BookingId SECOND = BookingId.of(TALENT, new UUID(2, 2));
    static final Actor ADA = new Actor("ada", Set.of(Role.USER));
    static final Actor BOB = new Actor("bob", Set.of(Role.USER, Role.EDITOR));
    static final Money RATE = Rate.perHour(50_000);
    static final Optional<String> PHONE = Optional.of("010-1234-5678");
    static final String TEXT = "런웨이와 화보, 경력 7년";
    static final TalentEvent.Added ADDED =
            new TalentEvent.Added(TALENT, "김하늘", TEXT, RATE, PHONE, true);
    static final Period TEN_TO_NOON = hours(10, 12);

    private Given() {}

    /// Hours of the thirtieth day after the tests begin.
    static Period hours(int from, int to) {
        return minutes(from * 60, to * 60);
    }

    static Period minutes(int from, int to) {
        Instant day = DeciderFixture.START.plus(Duration.ofDays(30));
        return new Period(day.plus(Duration.ofMinutes(from)), day.plus(Duration.ofMinutes(to)));
    }

    static BookingEvent.Confirmed confirmed(BookingId id, Period period, Actor booker) {
        return new BookingEvent.Confirmed(
                id, TALENT, booker.id(), period, RATE, Rate.of(period, RATE));
    }
}
