package io.sillok.schemas.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BookingValuesTest {

    private static final UUID SEED = UUID.fromString("01937b6e-5b1e-7a10-8c11-0f2f6f0f2a01");
    private static final UUID OTHER = UUID.fromString("01937b6e-5b1e-7a10-8c11-0f2f6f0f2a02");
    private static final Instant TEN = Instant.parse("2026-12-01T10:00:00Z");

    @Test
    void aBookingTellsItsTalent() {
        TalentId talent = TalentId.of(SEED);
        BookingId booking = BookingId.of(talent, OTHER);

        assertThat(booking.talent()).isEqualTo(talent);
        assertThat(BookingId.parse(booking.toString()).talent()).isEqualTo(talent);
        assertThat(booking.subject()).isEqualTo(new Subject("bookings", booking.value()));
        assertThat(talent.key()).isEqualTo(new BoundaryKey("models/" + talent));
        assertThat(booking.value()).isNotEqualTo(talent.value());
    }

    @Test
    void theSameSeedGivesTheSameId() {
        TalentId talent = TalentId.of(SEED);

        assertThat(TalentId.of(SEED)).isEqualTo(talent);
        assertThat(TalentId.of(OTHER)).isNotEqualTo(talent);
        assertThat(BookingId.of(talent, SEED)).isEqualTo(BookingId.of(talent, SEED));
        assertThat(BookingId.of(talent, SEED)).isNotEqualTo(BookingId.of(talent, OTHER));
        assertThat(BookingId.of(talent, SEED)).isNotEqualTo(BookingId.of(TalentId.of(OTHER), SEED));
    }

    @Test
    void seedsAreSpread() {
        Set<TalentId> talents = new HashSet<>();
        Set<BookingId> bookings = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            UUID seed = new UUID(SEED.getMostSignificantBits(), 0x8000000000000000L + i);
            talents.add(TalentId.of(seed));
            bookings.add(BookingId.of(TalentId.of(SEED), seed));
        }

        assertThat(talents).hasSize(20_000);
        assertThat(bookings).hasSize(20_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "models",
                "01937b6e-5b1e-7a10-8c11-0f2f6f0f2a01",
                "5d1c7be0-93aa-8f21-8000-000000000001",
                "5d1c7be0-93aa-7f21-8000-000000000000",
                "5d1c7be0-93aa-8f21-0000-000000000000"
            })
    void otherUuidsAreNoTalents(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TalentId.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01937b6e-5b1e-7a10-8c11-0f2f6f0f2a01",
                "5d1c7be0-93aa-8f21-0c0d-77b1e2a40d35",
                "5d1c7be0-93aa-8f21-cc0d-77b1e2a40d35"
            })
    void otherUuidsAreNoBookings(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> BookingId.parse(text));
    }

    @Test
    void idsAreFoundInUuids() {
        TalentId talent = TalentId.of(SEED);
        BookingId booking = BookingId.of(talent, SEED);

        assertThat(TalentId.find(talent.value())).contains(talent);
        assertThat(TalentId.find(SEED)).isEmpty();
        assertThat(BookingId.find(booking.value())).contains(booking);
        assertThat(BookingId.find(SEED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 60, 60, 120, false",
        "60, 120, 0, 60, false",
        "0, 60, 59, 120, true",
        "0, 180, 60, 120, true",
        "60, 120, 0, 180, true",
        "0, 60, 0, 60, true",
        "0, 60, 120, 180, false"
    })
    void periodsAreHalfOpen(int start, int end, int otherStart, int otherEnd, boolean overlap) {
        assertThat(period(start, end).overlaps(period(otherStart, otherEnd))).isEqualTo(overlap);
    }

    @Test
    void periodsKnowTheirMinutes() {
        assertThat(period(0, 90).isInWholeMinutes()).isTrue();
        assertThat(new Period(TEN, TEN.plusMillis(1)).isInWholeMinutes()).isFalse();
        assertThat(new Period(TEN.plusSeconds(1), TEN).isInWholeMinutes()).isFalse();
        assertThat(period(30, 0).length()).isEqualTo(Duration.ofMinutes(-30));
    }

    @ParameterizedTest
    @CsvSource({
        "60, 150000, 150000",
        "90, 150000, 225000",
        "61, 10000, 10167",
        "61, 12000, 12200",
        "1440, 1000000000, 24000000000"
    })
    void partsOfAnHourCountByTheMinuteRoundedUp(int minutes, long perHour, String price) {
        assertThat(Rate.of(period(0, minutes), Rate.perHour(perHour)).amount()).isEqualTo(price);
    }

    @ParameterizedTest
    @EnumSource
    void reasonsAreReadFromTheirWords(CancelReason reason) {
        assertThat(CancelReason.parse(reason.word())).isEqualTo(reason);
        assertThat(reason.word()).matches("[a-z-]+");
    }

    @ParameterizedTest
    @EnumSource
    void statusesAreReadFromTheirWords(BookingStatus status) {
        assertThat(BookingStatus.parse(status.word())).isEqualTo(status);
    }

    private static Period period(int start, int end) {
        return new Period(TEN.plus(Duration.ofMinutes(start)), TEN.plus(Duration.ofMinutes(end)));
    }
}
