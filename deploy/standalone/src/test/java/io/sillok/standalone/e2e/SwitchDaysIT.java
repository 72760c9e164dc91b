package io.sillok.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.standalone.stage.Answer;
import io.sillok.standalone.stage.BookingsLedger;
import io.sillok.standalone.stage.Client;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bookings on the days on which clocks change, in either form of time: with an offset, or local
/// with a zone. Clocks of Europe and America change by an hour, those of Lord Howe Island by half
/// of one, those of Korea never.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class SwitchDaysIT {

    private final Client admin;
    private final BookingsLedger ledger;

    SwitchDaysIT(Stage stage) {
        this.admin = stage.admin();
        this.ledger = new BookingsLedger(stage);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2097-03-31T02:00, 2097-03-31T06:00, +01:00, 2097-03-31T01:00:00Z",
        "Europe/Berlin, 2097-03-31T02:59, 2097-03-31T06:00, +01:00, 2097-03-31T01:59:00Z",
        "America/New_York, 2097-03-10T02:00, 2097-03-10T06:00, -05:00, 2097-03-10T07:00:00Z",
        "America/New_York, 2097-03-10T02:59, 2097-03-10T06:00, -05:00, 2097-03-10T07:59:00Z",
        "Australia/Lord_Howe, 2097-10-06T02:00, 2097-10-06T06:00, +10:30, 2097-10-05T15:30:00Z",
        "Australia/Lord_Howe, 2097-10-06T02:29, 2097-10-06T06:00, +10:30, 2097-10-05T15:59:00Z"
    })
    void aTimeThatClocksSkipIsNoneUnlessAnOffsetAloneSaysIt(
            String zone, String skipped, String later, String offset, Instant moment) {
        String talent = talent();
        long events = ledger.countEvents();

        assertThat(refusal(local(talent, skipped, later, zone))).isEqualTo("400 time-skipped");
        assertThat(refusal(local(talent, skipped + ":00" + offset, later, zone)))
                .isEqualTo("400 time-skipped");
        String before = skipped.replace("T02", "T00");
        assertThat(refusal(local(talent, before, skipped, zone))).isEqualTo("400 time-skipped");
        assertThat(ledger.countEvents()).isEqualTo(events);

        Answer booked =
                book(
                        Map.of(
                                "model_id",
                                talent,
                                "start",
                                skipped + ":00" + offset,
                                "end",
                                moment.plus(Duration.ofHours(2)).toString()));
        assertThat(start(booked)).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2097-10-27T02:00, +02:00, +01:00, 60",
        "Europe/Berlin, 2097-10-27T02:59, +02:00, +01:00, 60",
        "America/New_York, 2097-11-03T01:00, -04:00, -05:00, 60",
        "America/New_York, 2097-11-03T01:59, -04:00, -05:00, 60",
        "Australia/Lord_Howe, 2097-04-07T01:30, +11:00, +10:30, 30",
        "Australia/Lord_Howe, 2097-04-07T01:59, +11:00, +10:30, 30"
    })
    void aTimeThatClocksShowTwiceNeedsItsOffset(
            String zone, String twice, String first, String second, long minutesBetween) {
        String talent = talent();
        String later = twice.substring(0, 11) + "08:00";
        long events = ledger.countEvents();

        assertThat(refusal(local(talent, twice, later, zone))).isEqualTo("400 time-ambiguous");
        assertThat(refusal(local(talent, twice.substring(0, 11) + "00:00", twice, zone)))
                .isEqualTo("400 time-ambiguous");
        assertThat(ledger.countEvents()).isEqualTo(events);

        Instant atFirst = start(book(local(talent, twice + first, later, zone)));
        Instant atSecond = start(book(local(talent(), twice + second, later, zone)));
        Instant alone = start(book(local(talent(), twice + second, later + second, zone)));

        assertThat(atFirst).isEqualTo(OffsetDateTime.parse(twice + first).toInstant());
        assertThat(Duration.between(atFirst, atSecond)).hasMinutes(minutesBetween);
        assertThat(alone).isEqualTo(atSecond);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2097-03-31, +01:00, +02:00, 250000",
        "Europe/Berlin, 2097-10-27, +02:00, +01:00, 350000",
        "America/New_York, 2097-03-10, -05:00, -04:00, 250000",
        "America/New_York, 2097-11-03, -04:00, -05:00, 350000",
        "Australia/Lord_Howe, 2097-10-06, +10:30, +11:00, 275000",
        "Australia/Lord_Howe, 2097-04-07, +11:00, +10:30, 325000",
        "Asia/Seoul, 2097-03-31, +09:00, +09:00, 300000",
        "Asia/Seoul, 2097-10-27, +09:00, +09:00, 300000"
    })
    void aNightIsChargedByTheTimeThatPasses(
            String zone, String day, String before, String after, String price) {
        Answer byZone = book(local(talent(), day + "T00:00", day + "T06:00", zone));
        Answer byOffset =
                book(
                        Map.of(
                                "model_id", talent(),
                                "start", day + "T00:00" + before,
                                "end", day + "T06:00" + after));

        for (Answer booked : new Answer[] {byZone, byOffset}) {
            assertThat(booked.json().path("price").path("amount").asText()).isEqualTo(price);
        }
        assertThat(start(byOffset)).isEqualTo(start(byZone));
        assertThat(byOffset.json().path("end")).isEqualTo(byZone.json().path("end"));
    }

    private String talent() {
        Answer answer =
                admin.post(
                        "/api/v1/models",
                        Map.of(
                                "name", "밤하늘",
                                "description", "밤에도 일하는 모델",
                                "price_per_hour", 50_000));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.id();
    }

    private Answer book(Map<String, String> wish) {
        Answer answer = admin.post("/api/v1/bookings", wish);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    private String refusal(Map<String, String> wish) {
        Answer answer = admin.post("/api/v1/bookings", wish);
        return answer.status() + " " + answer.reason();
    }

    private static Instant start(Answer booked) {
        return Instant.parse(booked.json().path("start").asText());
    }

    private static Map<String, String> local(String talent, String start, String end, String zone) {
        return Map.of("model_id", talent, "start", start, "end", end, "time_zone", zone);
    }
}
