package io.sillok.processors.bookings;

import static io.sillok.processors.bookings.Given.ADA;
import static io.sillok.processors.bookings.Given.ADDED;
import static io.sillok.processors.bookings.Given.BOB;
import static io.sillok.processors.bookings.Given.FIRST;
import static io.sillok.processors.bookings.Given.PHONE;
import static io.sillok.processors.bookings.Given.RATE;
import static io.sillok.processors.bookings.Given.SECOND;
import static io.sillok.processors.bookings.Given.TALENT;
import static io.sillok.processors.bookings.Given.TEXT;
import static io.sillok.processors.bookings.Given.confirmed;
import static io.sillok.processors.bookings.Given.hours;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.processors.engine.DeciderFixture;
import io.sillok.schemas.bookings.BookingEvent;
import io.sillok.schemas.bookings.CalendarEvent;
import io.sillok.schemas.bookings.CancelReason;
import io.sillok.schemas.bookings.Rate;
import io.sillok.schemas.bookings.TalentCommand;
import io.sillok.schemas.bookings.TalentCommand.Add;
import io.sillok.schemas.bookings.TalentCommand.Change;
import io.sillok.schemas.bookings.TalentCommand.Withdraw;
import io.sillok.schemas.bookings.TalentEvent;
import io.sillok.schemas.bookings.TalentResource;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.money.Money;
import io.sillok.schemas.problems.ErrorCode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TalentDeciderTest {

    private static final TalentDecider DECIDER = new TalentDecider();

    private final DeciderFixture<TalentCommand, TalentCalendar, CalendarEvent> fixture =
            DeciderFixture.of(DECIDER);

    @Nested
    class AddTalent {

        @Test
        void recordsIt() {
            fixture.when(new Add(TALENT, "김하늘", TEXT, RATE, PHONE, true)).thenRecords(ADDED);
        }

        @Test
        void refusesAnIdInUse() {
            fixture.given(ADDED)
                    .when(new Add(TALENT, "이바다", TEXT, RATE, PHONE, true))
                    .thenRejects(ErrorCode.E4008, "talent-exists");
        }

        @Test
        void refusesTheIdOfOneThatLeft() {
            fixture.given(ADDED, new TalentEvent.Withdrawn(TALENT))
                    .when(new Add(TALENT, "이바다", TEXT, RATE, PHONE, true))
                    .thenRejects(ErrorCode.E4008, "talent-exists");
        }

        @Test
        void takesAnyNameFrom2To100Characters() {
            fixture.when(add("김🌞", TEXT, RATE, PHONE)).accepted();
            fixture.when(add("🌞".repeat(100), TEXT, RATE, PHONE)).accepted();
            fixture.when(add(" 김 ", TEXT, RATE, PHONE)).thenRejects(ErrorCode.E4001, "name-length");
            fixture.when(add("가".repeat(101), TEXT, RATE, PHONE)).thenRejects("name-length");
        }

        @Test
        void takesAnyDescriptionFrom10To500Characters() {
            fixture.when(add("김하늘", "열 글자로 된 소개글.", RATE, PHONE)).accepted();
            fixture.when(add("김하늘", "가".repeat(500), RATE, PHONE)).accepted();
            fixture.when(add("김하늘", "너무 짧아요  ", RATE, PHONE))
                    .thenRejects(ErrorCode.E4001, "description-length");
            fixture.when(add("김하늘", "가".repeat(501), RATE, PHONE))
                    .thenRejects("description-length");
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 9_999, 1_000_000_001})
        void refusesAPriceOutOfRange(long won) {
            fixture.when(add("김하늘", TEXT, Rate.perHour(won), PHONE))
                    .thenRejects(ErrorCode.E4001, "price-range");
        }

        @ParameterizedTest
        @ValueSource(longs = {10_000, 1_000_000_000})
        void takesTheLimitsOfPrices(long won) {
            fixture.when(add("김하늘", TEXT, Rate.perHour(won), PHONE)).accepted();
        }

        @Test
        void refusesOtherMoney() {
            fixture.when(add("김하늘", TEXT, new Money("20000.50", "KRW"), PHONE))
                    .thenRejects("price-range");
            fixture.when(add("김하늘", TEXT, new Money("20000.00", "USD"), PHONE))
                    .thenRejects("price-range");
        }

        @ParameterizedTest
        @ValueSource(strings = {"010-1234-5678", "019-0000-0000"})
        void takesAPhoneNumber(String phone) {
            fixture.when(add("김하늘", TEXT, RATE, Optional.of(phone))).accepted();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "01012345678",
                    "010-123-4567",
                    "020-1234-5678",
                    "010-1234-56789",
                    "+82-10-1234-5678",
                    "01０-1234-5678"
                })
        void refusesWhatIsNone(String phone) {
            fixture.when(add("김하늘", TEXT, RATE, Optional.of(phone)))
                    .thenRejects(ErrorCode.E4001, "phone-form");
        }

        @Test
        void needsNoPhoneNumber() {
            fixture.when(add("김하늘", TEXT, RATE, Optional.empty())).accepted();
        }

        private static Add add(
                String name, String description, Money price, Optional<String> phone) {
            return new Add(TALENT, name, description, price, phone, true);
        }
    }

    @Nested
    class ChangeTalent {

        @Test
        void recordsIt() {
            fixture.given(ADDED)
                    .when(new Change(TALENT, "김하늘", TEXT, RATE, Optional.empty(), false))
                    .thenRecords(
                            new TalentEvent.Changed(
                                    TALENT, "김하늘", TEXT, RATE, Optional.empty(), false));
        }

        @Test
        void changesNothingWhenItIsTheSame() {
            fixture.given(ADDED)
                    .when(new Change(TALENT, "김하늘", TEXT, RATE, PHONE, true))
                    .thenChangesNothing();
        }

        @Test
        void keepsTheRules() {
            fixture.given(ADDED)
                    .when(new Change(TALENT, "김", TEXT, RATE, PHONE, true))
                    .thenRejects(ErrorCode.E4001, "name-length");
        }

        @Test
        void refusesOneThatIsNotThere() {
            fixture.when(new Change(TALENT, "김하늘", TEXT, RATE, PHONE, true))
                    .thenRejects(ErrorCode.E4007, "talent-not-found");
        }

        @Test
        void refusesOneThatLeft() {
            fixture.given(ADDED, new TalentEvent.Withdrawn(TALENT))
                    .when(new Change(TALENT, "김하늘", TEXT, RATE, PHONE, true))
                    .thenRejects(ErrorCode.E4007, "talent-not-found");
        }
    }

    @Nested
    class WithdrawTalent {

        @Test
        void cancelsBookingsThatHaveNotBegun() {
            fixture.given(
                            ADDED,
                            confirmed(SECOND, hours(48, 50), BOB),
                            confirmed(FIRST, hours(10, 20), ADA))
                    .later(Duration.ofDays(30).plusHours(12))
                    .when(new Withdraw(TALENT))
                    .thenRecords(
                            new TalentEvent.Withdrawn(TALENT),
                            new BookingEvent.Cancelled(SECOND, CancelReason.TALENT_WITHDRAWN));
        }

        @Test
        void cancelsThemInTheirOrder() {
            fixture.given(
                            ADDED,
                            confirmed(SECOND, hours(48, 50), BOB),
                            confirmed(FIRST, hours(10, 20), ADA))
                    .when(new Withdraw(TALENT))
                    .thenRecords(
                            new TalentEvent.Withdrawn(TALENT),
                            new BookingEvent.Cancelled(FIRST, CancelReason.TALENT_WITHDRAWN),
                            new BookingEvent.Cancelled(SECOND, CancelReason.TALENT_WITHDRAWN));
        }

        @Test
        void refusesItTwice() {
            fixture.given(ADDED, new TalentEvent.Withdrawn(TALENT))
                    .when(new Withdraw(TALENT))
                    .thenRejects(ErrorCode.E4007, "talent-not-found");
        }
    }

    @Nested
    class Writers {

        @Test
        void areAdministratorsOnly() {
            for (Actor actor : new Actor[] {ADA, BOB}) {
                var by = fixture.given(ADDED).by(actor);
                by.when(new Add(TALENT, "김하늘", TEXT, RATE, PHONE, true))
                        .thenRejects(ErrorCode.E4005, "admin-required");
                by.when(new Change(TALENT, "김하늘", TEXT, RATE, PHONE, true))
                        .thenRejects(ErrorCode.E4005, "admin-required");
                by.when(new Withdraw(TALENT)).thenRejects(ErrorCode.E4005, "admin-required");
            }
        }
    }

    @Test
    void isAnsweredWithoutItsNumber() {
        var state = fixture.given(ADDED).state();

        assertThat(DECIDER.represent(state, TALENT.subject()))
                .contains(TalentResource.of(state.talent().orElseThrow()).withoutPhone());
        assertThat(DECIDER.represent(state, FIRST.subject())).isEmpty();
    }
}
