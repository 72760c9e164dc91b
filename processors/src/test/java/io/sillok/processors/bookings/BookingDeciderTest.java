package io.sillok.processors.bookings;

import static io.sillok.processors.bookings.Given.ADA;
import static io.sillok.processors.bookings.Given.ADDED;
import static io.sillok.processors.bookings.Given.BOB;
import static io.sillok.processors.bookings.Given.FIRST;
import static io.sillok.processors.bookings.Given.PHONE;
import static io.sillok.processors.bookings.Given.RATE;
import static io.sillok.processors.bookings.Given.SECOND;
import static io.sillok.processors.bookings.Given.TALENT;
import static io.sillok.processors.bookings.Given.TEN_TO_NOON;
import static io.sillok.processors.bookings.Given.TEXT;
import static io.sillok.processors.bookings.Given.confirmed;
import static io.sillok.processors.bookings.Given.hours;
import static io.sillok.processors.bookings.Given.minutes;
import static io.sillok.processors.engine.DeciderFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.processors.engine.DeciderFixture;
import io.sillok.processors.engine.Decision;
import io.sillok.schemas.bookings.Booking;
import io.sillok.schemas.bookings.BookingCommand;
import io.sillok.schemas.bookings.BookingCommand.Cancel;
import io.sillok.schemas.bookings.BookingCommand.Request;
import io.sillok.schemas.bookings.BookingCommand.Reschedule;
import io.sillok.schemas.bookings.BookingEvent;
import io.sillok.schemas.bookings.BookingId;
import io.sillok.schemas.bookings.BookingResource;
import io.sillok.schemas.bookings.CalendarEvent;
import io.sillok.schemas.bookings.CancelReason;
import io.sillok.schemas.bookings.Period;
import io.sillok.schemas.bookings.Rate;
import io.sillok.schemas.bookings.TalentEvent;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.problems.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingDeciderTest {

    private static final BookingDecider DECIDER = new BookingDecider();
    private static final TalentEvent UNAVAILABLE =
            new TalentEvent.Changed(TALENT, "김하늘", TEXT, RATE, PHONE, false);
    private static final TalentEvent DEARER =
            new TalentEvent.Changed(TALENT, "김하늘", TEXT, Rate.perHour(90_000), PHONE, true);

    private final DeciderFixture<BookingCommand, TalentCalendar, CalendarEvent> fixture =
            DeciderFixture.of(DECIDER).given(ADDED).by(ADA);

    @Nested
    class RequestBooking {

        @Test
        void confirmsIt() {
            fixture.when(new Request(FIRST, TEN_TO_NOON))
                    .thenRecords(
                            new BookingEvent.Confirmed(
                                    FIRST,
                                    TALENT,
                                    "ada",
                                    TEN_TO_NOON,
                                    RATE,
                                    Rate.perHour(100_000)));
        }

        @ParameterizedTest
        @CsvSource({"11, 13", "9, 11", "9, 13", "10, 12", "10, 11", "11, 12"})
        void refusesAnOverlap(int from, int to) {
            fixture.given(confirmed(FIRST, TEN_TO_NOON, BOB))
                    .when(new Request(SECOND, hours(from, to)))
                    .thenRejects(ErrorCode.E4008, "booking-overlaps");
        }

        @ParameterizedTest
        @CsvSource({"9, 10", "12, 13"})
        void takesWhatOnlyTouches(int from, int to) {
            fixture.given(confirmed(FIRST, TEN_TO_NOON, BOB))
                    .when(new Request(SECOND, hours(from, to)))
                    .thenRecords(confirmed(SECOND, hours(from, to), ADA));
        }

        @Test
        void takesWhatWasCancelled() {
            fixture.given(
                            confirmed(FIRST, TEN_TO_NOON, BOB),
                            new BookingEvent.Cancelled(FIRST, CancelReason.BY_BOOKER))
                    .when(new Request(SECOND, TEN_TO_NOON))
                    .thenRecords(confirmed(SECOND, TEN_TO_NOON, ADA));
        }

        @Test
        void takesWhatWasMovedAway() {
            fixture.given(
                            confirmed(FIRST, TEN_TO_NOON, BOB),
                            new BookingEvent.Rescheduled(FIRST, hours(14, 15), RATE))
                    .when(new Request(SECOND, TEN_TO_NOON))
                    .accepted();
        }

        @ParameterizedTest
        @CsvSource({"0, 59", "0, 1441", "60, 0", "60, 60"})
        void refusesOtherLengths(int from, int to) {
            fixture.when(new Request(FIRST, minutes(from, to)))
                    .thenRejects(ErrorCode.E4001, "period-length");
        }

        @ParameterizedTest
        @CsvSource({"0, 60, 50000", "0, 1440, 1200000", "7, 68, 50834"})
        void chargesByTheMinute(int from, int to, String price) {
            var event = fixture.when(new Request(FIRST, minutes(from, to))).accepted().getFirst();

            assertThat(event)
                    .isInstanceOfSatisfying(
                            BookingEvent.Confirmed.class,
                            it -> assertThat(it.price().amount()).isEqualTo(price));
        }

        @Test
        void refusesParts() {
            Instant start = TEN_TO_NOON.start().plusSeconds(1);
            fixture.when(new Request(FIRST, new Period(start, start.plusSeconds(3600))))
                    .thenRejects(ErrorCode.E4001, "period-not-in-minutes");
        }

        @Test
        void refusesThePast() {
            fixture.later(Duration.ofDays(30).plusHours(11))
                    .when(new Request(FIRST, TEN_TO_NOON))
                    .thenRejects(ErrorCode.E4001, "start-in-the-past");
        }

        @Test
        void refusesThisVeryMoment() {
            var fresh = DeciderFixture.of(DECIDER).given(ADDED).by(ADA);
            fresh.later(Duration.ofDays(30).plusHours(10).minusSeconds(1))
                    .when(new Request(FIRST, TEN_TO_NOON))
                    .thenRejects("start-in-the-past");
            fresh.later(Duration.ofDays(30).plusHours(10).minusSeconds(2))
                    .when(new Request(FIRST, TEN_TO_NOON))
                    .accepted();
        }

        @Test
        void refusesATalentThatIsNotThere() {
            DeciderFixture.of(DECIDER)
                    .when(new Request(FIRST, TEN_TO_NOON))
                    .thenRejects(ErrorCode.E4008, "talent-not-found");
        }

        @Test
        void refusesATalentThatLeft() {
            fixture.given(new TalentEvent.Withdrawn(TALENT))
                    .when(new Request(FIRST, TEN_TO_NOON))
                    .thenRejects(ErrorCode.E4008, "talent-not-found");
        }

        @Test
        void refusesATalentThatIsNotAvailable() {
            fixture.given(UNAVAILABLE)
                    .when(new Request(FIRST, TEN_TO_NOON))
                    .thenRejects(ErrorCode.E4008, "talent-unavailable");
        }

        @Test
        void refusesAnIdInUse() {
            fixture.given(confirmed(FIRST, TEN_TO_NOON, ADA))
                    .when(new Request(FIRST, hours(14, 15)))
                    .thenRejects(ErrorCode.E4008, "booking-exists");
        }

        @Test
        void refusesMoreThanACalendarHolds() {
            assertThat(DECIDER.decide(full(), afternoon(START), _ -> Optional.empty()))
                    .isInstanceOfSatisfying(
                            Decision.Rejected.class,
                            it -> assertThat(it.problem().reason()).isEqualTo("calendar-full"));
        }

        @Test
        void countsNoneThatIsOverEvenIfNothingHappenedSince() {
            Instant noon = TEN_TO_NOON.end();

            assertThat(DECIDER.decide(full(), afternoon(noon), _ -> Optional.empty()))
                    .isInstanceOf(Decision.Accepted.class);
        }

        private TalentCalendar full() {
            Booking one =
                    fixture.given(confirmed(FIRST, TEN_TO_NOON, BOB)).state().bookings().getFirst();
            return new TalentCalendar(
                    fixture.state().talent(),
                    Collections.nCopies(BookingDecider.MOST_BOOKINGS, one),
                    Optional.empty());
        }

        private static CommandEnvelope<BookingCommand> afternoon(Instant now) {
            return new CommandEnvelope<>(
                    new CommandId(new UUID(5, 5)),
                    TALENT.key(),
                    SECOND.subject(),
                    now,
                    ADA,
                    new UUID(6, 6),
                    OptionalLong.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    new Request(SECOND, hours(14, 15)));
        }
    }

    @Nested
    class RescheduleBooking {

        @Test
        void movesItAtThePriceItWasMadeAt() {
            fixture.given(confirmed(FIRST, TEN_TO_NOON, ADA), DEARER)
                    .when(new Reschedule(FIRST, hours(14, 17)))
                    .thenRecords(
                            new BookingEvent.Rescheduled(
                                    FIRST, hours(14, 17), Rate.perHour(150_000)));
        }

        @Test
        void mayOverlapItself() {
            fixture.given(confirmed(FIRST, TEN_TO_NOON, ADA))
                    .when(new Reschedule(FIRST, hours(11, 13)))
                    .thenRecords(
                            new BookingEvent.Rescheduled(
                                    FIRST, hours(11, 13), Rate.perHour(100_000)));
        }

        @Test
        void changesNothingWhenItIsTheSame() {
            fixture.given(confirmed(FIRST, TEN_TO_NOON, ADA))
                    .when(new Reschedule(FIRST, TEN_TO_NOON))
                    .thenChangesNothing();
        }

        @Test
        void keepsTheRules() {
            var given =
                    fixture.given(
                            confirmed(FIRST, TEN_TO_NOON, ADA),
                            confirmed(SECOND, hours(14, 16), BOB));
            given.when(new Reschedule(FIRST, hours(13, 15)))
                    .thenRejects(ErrorCode.E4008, "booking-overlaps");
            given.when(new Reschedule(FIRST, minutes(0, 30)))
                    .thenRejects(ErrorCode.E4001, "period-length");
            given.when(new Reschedule(FIRST, hours(-24 * 40, -24 * 40 + 1)))
                    .thenRejects(ErrorCode.E4001, "start-in-the-past");
            given.given(UNAVAILABLE)
                    .when(new Reschedule(FIRST, hours(18, 19)))
                    .thenRejects(ErrorCode.E4008, "talent-unavailable");
        }
    }

    @Nested
    class CancelBooking {

        @Test
        void recordsIt() {
            fixture.given(confirmed(FIRST, TEN_TO_NOON, ADA))
                    .when(new Cancel(FIRST))
                    .thenRecords(new BookingEvent.Cancelled(FIRST, CancelReason.BY_BOOKER));
        }

        @Test
        void saysWhenAnAdministratorDid() {
            fixture.given(confirmed(FIRST, TEN_TO_NOON, ADA))
                    .by(DeciderFixture.ADMIN)
                    .when(new Cancel(FIRST))
                    .thenRecords(new BookingEvent.Cancelled(FIRST, CancelReason.BY_ADMIN));
        }

        @Test
        void refusesItTwice() {
            fixture.given(
                            confirmed(FIRST, TEN_TO_NOON, ADA),
                            new BookingEvent.Cancelled(FIRST, CancelReason.BY_BOOKER))
                    .when(new Cancel(FIRST))
                    .thenRejects(ErrorCode.E4007, "booking-not-found");
        }
    }

    @Nested
    class Changes {

        @Test
        void areForWhoBooked() {
            var given = fixture.given(confirmed(FIRST, TEN_TO_NOON, ADA)).by(BOB);
            given.when(new Reschedule(FIRST, hours(14, 15)))
                    .thenRejects(ErrorCode.E4005, "booker-required");
            given.when(new Cancel(FIRST)).thenRejects(ErrorCode.E4005, "booker-required");
        }

        @Test
        void areForAdministrators() {
            fixture.given(confirmed(FIRST, TEN_TO_NOON, ADA))
                    .by(DeciderFixture.ADMIN)
                    .when(new Reschedule(FIRST, hours(14, 15)))
                    .thenRecords(new BookingEvent.Rescheduled(FIRST, hours(14, 15), RATE));
        }

        @Test
        void endWhenTheBookingBegins() {
            var begun =
                    fixture.given(confirmed(FIRST, TEN_TO_NOON, ADA))
                            .later(Duration.ofDays(30).plusHours(11));
            begun.when(new Reschedule(FIRST, hours(14, 15)))
                    .thenRejects(ErrorCode.E4008, "booking-begun");
            begun.when(new Cancel(FIRST)).thenRejects(ErrorCode.E4008, "booking-begun");
        }

        @Test
        void needABooking() {
            fixture.when(new Reschedule(FIRST, TEN_TO_NOON))
                    .thenRejects(ErrorCode.E4007, "booking-not-found");
            fixture.when(new Cancel(FIRST)).thenRejects(ErrorCode.E4007, "booking-not-found");
        }
    }

    @Nested
    class TheCalendar {

        private static final Duration TWO_DAYS_ON = Duration.ofDays(32);

        @Test
        void forgetsWhatIsOverForADay() {
            var state =
                    fixture.given(confirmed(FIRST, TEN_TO_NOON, ADA))
                            .later(TWO_DAYS_ON)
                            .given(confirmed(SECOND, hours(80, 81), BOB))
                            .state();

            assertThat(state.find(FIRST)).isEmpty();
            assertThat(state.find(SECOND)).isPresent();
            assertThat(state.forgottenUntil()).contains(TEN_TO_NOON.end());
        }

        @Test
        void staysSmallHoweverMuchWasBooked() {
            var booked = fixture;
            for (int day = 0; day < 500; day++) {
                booked =
                        booked.later(Duration.ofDays(1))
                                .given(
                                        confirmed(
                                                BookingId.of(TALENT, new UUID(9, day)),
                                                hours(day * 24 + 10, day * 24 + 12),
                                                ADA));
            }

            assertThat(booked.state().bookings()).hasSizeLessThan(35);
            assertThat(booked.state().forgottenUntil()).isPresent();
        }

        @Test
        void lastsLongerThanAClockThatIsSlow() {
            var state =
                    fixture.given(confirmed(FIRST, TEN_TO_NOON, ADA))
                            .later(TWO_DAYS_ON)
                            .given(confirmed(SECOND, hours(80, 81), BOB))
                            .state();
            var slow = new PeriodRules(state, START);

            assertThat(slow.refuse(hours(11, 13), SECOND))
                    .hasValueSatisfying(
                            it -> assertThat(it.reason()).isEqualTo("start-in-the-past"));
            assertThat(slow.refuse(hours(12, 13), SECOND)).isEmpty();
        }

        @Test
        void isAnsweredAsBookings() {
            var state = fixture.given(confirmed(FIRST, TEN_TO_NOON, ADA)).state();

            assertThat(DECIDER.represent(state, FIRST.subject()))
                    .contains(BookingResource.of(state.find(FIRST).orElseThrow()));
            assertThat(DECIDER.represent(state, SECOND.subject())).isEmpty();
        }
    }
}
