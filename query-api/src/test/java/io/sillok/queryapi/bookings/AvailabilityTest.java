package io.sillok.queryapi.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.schemas.bookings.Period;
import io.sillok.schemas.bookings.TalentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class AvailabilityTest {

    private static final TalentId TALENT = TalentId.of(new UUID(1, 1));
    private static final Instant DAY = Instant.parse("2027-01-01T00:00:00Z");

    @Test
    void isAllFreeWithoutBookings() {
        assertThat(of(8, 20).free()).containsExactly(hours(8, 20));
        assertThat(of(8, 20).busy()).isEmpty();
    }

    @Test
    void isFreeBetweenBookings() {
        Availability availability = of(8, 20, hours(9, 10), hours(12, 13));

        assertThat(availability.busy()).containsExactly(hours(9, 10), hours(12, 13));
        assertThat(availability.free()).containsExactly(hours(8, 9), hours(10, 12), hours(13, 20));
    }

    @Test
    void hasNoEmptyPeriods() {
        assertThat(of(8, 12, hours(8, 10), hours(10, 12)).free()).isEmpty();
    }

    @Test
    void isCutToTheStretch() {
        Availability availability = of(8, 20, hours(6, 9), hours(19, 23));

        assertThat(availability.busy()).containsExactly(hours(8, 9), hours(19, 20));
        assertThat(availability.free()).containsExactly(hours(9, 19));
    }

    @Test
    void isNeverFreeWhenTheTalentCannotBeBooked() {
        Availability availability =
                Availability.of(TALENT, false, hours(8, 20), List.of(hours(9, 10)));

        assertThat(availability.free()).isEmpty();
        assertThat(availability.busy()).containsExactly(hours(9, 10));
    }

    private static Availability of(int from, int to, Period... booked) {
        return Availability.of(TALENT, true, hours(from, to), List.of(booked));
    }

    private static Period hours(int from, int to) {
        return new Period(DAY.plus(Duration.ofHours(from)), DAY.plus(Duration.ofHours(to)));
    }
}
