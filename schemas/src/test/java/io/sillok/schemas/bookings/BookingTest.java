package io.sillok.schemas.bookings;

import static io.sillok.schemas.bookings.Events.BOOKING;
import static io.sillok.schemas.bookings.Events.TALENT;
import static io.sillok.schemas.bookings.Events.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sillok.schemas.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BookingTest {

    private static final Instant TEN = Instant.parse("2026-12-01T10:00:00Z");
    private static final Period TWO_HOURS = new Period(TEN, TEN.plus(Duration.ofHours(2)));
    private static final Period LATER =
            new Period(TEN.plus(Duration.ofHours(4)), TEN.plus(Duration.ofHours(5)));
    private static final Money RATE = Rate.perHour(50_000);
    private static final List<BookingEvent> LIFE =
            List.of(
                    new BookingEvent.Confirmed(
                            BOOKING, TALENT, "ada", TWO_HOURS, RATE, Rate.perHour(100_000)),
                    new BookingEvent.Rescheduled(BOOKING, LATER, RATE),
                    new BookingEvent.Cancelled(BOOKING, CancelReason.BY_BOOKER));

    @Test
    void beginsConfirmed() {
        assertThat(fold(1))
                .isEqualTo(
                        new Booking(
                                BOOKING,
                                1,
                                "ada",
                                TWO_HOURS,
                                RATE,
                                Rate.perHour(100_000),
                                Optional.empty(),
                                time(1),
                                time(1)));
        assertThat(fold(1).status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void movesAtItsRate() {
        assertThat(fold(2))
                .isEqualTo(
                        new Booking(
                                BOOKING,
                                2,
                                "ada",
                                LATER,
                                RATE,
                                RATE,
                                Optional.empty(),
                                time(1),
                                time(2)));
    }

    @Test
    void endsCancelled() {
        Booking cancelled = fold(3);

        assertThat(cancelled.status()).isEqualTo(BookingStatus.CANCELLED);
        assertThat(cancelled.cancelled()).contains(CancelReason.BY_BOOKER);
        assertThat(cancelled.period()).isEqualTo(LATER);
        assertThat(cancelled.version()).isEqualTo(3);
    }

    @Test
    void isNotChangedByRepeats() {
        Booking booking = fold(3);

        for (int i = 0; i < LIFE.size(); i++) {
            assertThat(Booking.evolve(Optional.of(booking), Events.at(i + 1, LIFE.get(i))))
                    .isSameAs(booking);
        }
    }

    @Test
    void doesNotBeginInTheMiddle() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> Booking.evolve(Optional.empty(), Events.at(2, LIFE.get(1))));
    }

    @Test
    void isAnsweredAsAResource() {
        assertThat(BookingResource.of(fold(3)))
                .isEqualTo(
                        new BookingResource(
                                BOOKING,
                                3,
                                TALENT,
                                "ada",
                                LATER.start(),
                                LATER.end(),
                                RATE,
                                RATE,
                                BookingStatus.CANCELLED,
                                Optional.of(CancelReason.BY_BOOKER),
                                time(1),
                                time(3)));
    }

    private static Booking fold(int events) {
        Optional<Booking> booking = Optional.empty();
        for (int i = 0; i < events; i++) {
            booking = Optional.of(Booking.evolve(booking, Events.at(i + 1, LIFE.get(i))));
        }
        return booking.orElseThrow();
    }
}
