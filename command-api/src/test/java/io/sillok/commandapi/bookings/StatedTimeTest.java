package io.sillok.commandapi.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.commandapi.bookings.StatedTime.Meaning;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedTimeTest {

    @Nested
    class WithAnOffset {

        @ParameterizedTest
        @CsvSource({
            "2026-12-01T10:00:00+09:00, 2026-12-01T01:00:00Z",
            "2026-12-01T10:00:00Z, 2026-12-01T10:00:00Z",
            "2026-12-01t10:00:00z, 2026-12-01T10:00:00Z",
            "2026-12-01T10:00-03:30, 2026-12-01T13:30:00Z",
            "2026-12-01T10:00:00.5Z, 2026-12-01T10:00:00.500Z",
            "2028-02-29T23:59:59-12:00, 2028-03-01T11:59:59Z"
        })
        void isAMoment(String text, Instant moment) {
            assertThat(StatedTime.parse(text).orElseThrow().meaning())
                    .isEqualTo(new Meaning.Moment(moment));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-12-01",
                "10:00",
                "2026-12-01 10:00:00Z",
                "2026-13-01T10:00:00Z",
                "2026-02-29T10:00:00Z",
                "2026-12-01T24:00:01Z",
                "2026-12-01T10:00:60Z",
                "2026-12-01T10:00:00+19:00",
                "2026-12-01T10:00:00+0900",
                "2026-12-01T10:00:00[Asia/Seoul]",
                "+999999999-12-31T23:59:59Z",
                "2026-12-01T10:00:00+09:00[Asia/Seoul]"
            })
    void isNothingElse(String text) {
        assertThat(StatedTime.parse(text)).isEmpty();
    }

    /// Days on which clocks change, and what happens to the times around.
    @Nested
    class InAZone {

        @ParameterizedTest
        @CsvSource({
            // forward from 02:00 to 03:00
            "Europe/Berlin, 2027-03-28T01:59:00, 2027-03-28T00:59:00Z",
            "Europe/Berlin, 2027-03-28T03:00:00, 2027-03-28T01:00:00Z",
            // back from 03:00 to 02:00
            "Europe/Berlin, 2027-10-31T01:59:00, 2027-10-30T23:59:00Z",
            "Europe/Berlin, 2027-10-31T03:00:00, 2027-10-31T02:00:00Z",
            // forward from 02:00 to 03:00
            "America/New_York, 2027-03-14T01:59:00, 2027-03-14T06:59:00Z",
            "America/New_York, 2027-03-14T03:00:00, 2027-03-14T07:00:00Z",
            // back from 02:00 to 01:00
            "America/New_York, 2027-11-07T00:59:00, 2027-11-07T04:59:00Z",
            "America/New_York, 2027-11-07T02:00:00, 2027-11-07T07:00:00Z",
            // forward from 02:00 to 02:30
            "Australia/Lord_Howe, 2027-10-03T01:59:00, 2027-10-02T15:29:00Z",
            "Australia/Lord_Howe, 2027-10-03T02:30:00, 2027-10-02T15:30:00Z",
            // back from 02:00 to 01:30
            "Australia/Lord_Howe, 2027-04-04T01:29:00, 2027-04-03T14:29:00Z",
            "Australia/Lord_Howe, 2027-04-04T02:00:00, 2027-04-03T15:30:00Z",
            "Asia/Seoul, 2027-03-28T02:30:00, 2027-03-27T17:30:00Z",
            "Asia/Seoul, 2027-10-31T02:30:00, 2027-10-30T17:30:00Z"
        })
        void isAMomentBesideTheSwitch(String zone, String local, Instant moment) {
            assertThat(meaning(zone, local)).isEqualTo(new Meaning.Moment(moment));
        }

        @ParameterizedTest
        @CsvSource({
            "Europe/Berlin, 2027-03-28T02:00:00",
            "Europe/Berlin, 2027-03-28T02:59:00",
            "America/New_York, 2027-03-14T02:00:00",
            "America/New_York, 2027-03-14T02:59:00",
            "Australia/Lord_Howe, 2027-10-03T02:00:00",
            "Australia/Lord_Howe, 2027-10-03T02:29:00"
        })
        void isNothingWhereClocksGoForward(String zone, String local) {
            assertThat(reason(meaning(zone, local))).isEqualTo("time-skipped");
            for (String offset : List.of("Z", "+01:00", "-05:00", "+10:30", "+11:00")) {
                assertThat(reason(meaning(zone, local + offset))).isEqualTo("time-skipped");
            }
        }

        @ParameterizedTest
        @CsvSource({
            "2027-03-28T02:30:00+01:00, 2027-03-28T01:30:00Z",
            "2027-03-28T02:30:00+02:00, 2027-03-28T00:30:00Z",
            "2027-03-14T02:30:00-05:00, 2027-03-14T07:30:00Z",
            "2027-03-14T02:30:00-04:00, 2027-03-14T06:30:00Z",
            "2027-10-03T02:15:00+10:30, 2027-10-02T15:45:00Z",
            "2027-10-03T02:15:00+11:00, 2027-10-02T15:15:00Z",
            "2027-03-28T02:30:00+09:00, 2027-03-27T17:30:00Z"
        })
        void isAMomentByAnOffsetAloneWhereverClocksGoForward(String time, Instant moment) {
            assertThat(alone(time)).isEqualTo(new Meaning.Moment(moment));
        }

        @ParameterizedTest
        @CsvSource({
            "Europe/Berlin, 2027-10-31T02:00:00, +02:00, +01:00",
            "Europe/Berlin, 2027-10-31T02:59:00, +02:00, +01:00",
            "America/New_York, 2027-11-07T01:00:00, -04:00, -05:00",
            "America/New_York, 2027-11-07T01:59:00, -04:00, -05:00",
            "Australia/Lord_Howe, 2027-04-04T01:30:00, +11:00, +10:30",
            "Australia/Lord_Howe, 2027-04-04T01:59:00, +11:00, +10:30"
        })
        void needsItsOffsetWhereClocksGoBack(
                String zone, String local, String first, String second) {
            assertThat(reason(meaning(zone, local))).isEqualTo("time-ambiguous");
            assertThat(meaning(zone, local + first)).isEqualTo(alone(local + first));
            assertThat(meaning(zone, local + second)).isEqualTo(alone(local + second));
            assertThat(alone(local + first)).isNotEqualTo(alone(local + second));
        }

        @ParameterizedTest
        @CsvSource({
            "Europe/Berlin, 2027-07-01T10:00:00+01:00",
            "Asia/Seoul, 2027-07-01T10:00:00Z",
            "Australia/Lord_Howe, 2027-04-04T01:45:00+10:00"
        })
        void mustHaveAnOffsetOfTheZone(String zone, String time) {
            assertThat(reason(meaning(zone, time))).isEqualTo("offset-not-in-zone");
        }

        @Test
        void neverSwitchesInSeoul() {
            IntStream.range(0, 365 * 24)
                    .mapToObj(hour -> LocalDate.of(2027, 1, 1).atStartOfDay().plusHours(hour))
                    .forEach(
                            local ->
                                    assertThat(meaning("Asia/Seoul", local + ":00"))
                                            .isInstanceOf(Meaning.Moment.class));
        }

        private static Meaning meaning(String zone, String time) {
            return StatedTime.parse(time).orElseThrow().meaning(ZoneId.of(zone));
        }

        private static Meaning alone(String time) {
            return StatedTime.parse(time).orElseThrow().meaning();
        }

        private static String reason(Meaning meaning) {
            return switch (meaning) {
                case Meaning.None(var reason, _) -> reason;
                case Meaning.Moment(var moment) -> "a moment: " + moment;
            };
        }
    }
}
