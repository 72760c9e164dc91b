package io.sillok.standalone.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.platform.testkit.ledger.Ledger;
import io.sillok.schemas.bookings.BookingId;
import io.sillok.schemas.bookings.TalentId;
import io.sillok.schemas.envelope.Role;
import io.sillok.standalone.stage.Answer;
import io.sillok.standalone.stage.BookingsLedger;
import io.sillok.standalone.stage.Client;
import io.sillok.standalone.stage.LedgerClient;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.ProcessorsProcess;
import io.sillok.standalone.stage.Stage;
import io.sillok.standalone.stage.Together;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Talents and bookings, from HTTP to the log and back.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class BookingsIT {

    private static final int RIVALS = 100;
    private static final int REQUESTS = 1_000;
    private static final int TALENTS = 10;
    private static final int KILLS = 3;
    private static final Instant DAY = Instant.parse("2098-05-01T00:00:00Z");

    private final Stage stage;
    private final Client admin;
    private final Client ada;
    private final Client bob;
    private final BookingsLedger ledger;

    BookingsIT(Stage stage) {
        this.stage = stage;
        this.admin = stage.admin();
        this.ada = stage.client("ada", Role.USER);
        this.bob = stage.client("bob", Role.USER, Role.EDITOR);
        this.ledger = new BookingsLedger(stage);
    }

    @Test
    void aBookingIsMadeMovedAndCancelled() {
        String talent = talent("김하늘");
        Answer booked = ada.post("/api/v1/bookings", wish(talent, 10, 12));
        assertThat(booked.status()).isEqualTo(201);
        String path = "/api/v1/bookings/" + booked.id();
        assertThat(booked.required("Location")).isEqualTo(path);
        assertThat(booked.required("ETag")).isEqualTo("\"1\"");
        assertThat(booked.json().path("price").path("amount").asText()).isEqualTo("100000");
        assertThat(booked.json().path("price").path("currency").asText()).isEqualTo("KRW");
        assertThat(booked.json().path("booker").asText()).isEqualTo("ada");
        assertThat(booked.json().path("model_id").asText()).isEqualTo(talent);

        assertThat(admin.put("/api/v1/models/" + talent, model("김하늘", 90_000)).status())
                .isEqualTo(200);
        Answer moved = ada.put(path, times(14, 17), "If-Match", "\"1\"");
        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.json().path("price").path("amount").asText()).isEqualTo("150000");
        assertThat(moved.required("ETag")).isEqualTo("\"2\"");
        assertThat(ada.put(path, times(15, 18), "If-Match", "\"1\"").code()).isEqualTo("E4009");

        Answer read = ada.get(path, "Consistency", "strong");
        assertThat(read.json()).isEqualTo(moved.json());
        assertThat(ada.get(path, "If-None-Match", "\"2\"").status()).isEqualTo(304);
        String before = Stage.encoded(booked.json().path("updated_at").asText());
        assertThat(ada.get(path + "?as_of=" + before).json()).isEqualTo(booked.json());

        assertThat(busy(talent, 0, 24)).containsExactly(time(14) + "/" + time(17));
        assertThat(free(talent, 0, 24))
                .containsExactly(time(0) + "/" + time(14), time(17) + "/" + time(24));

        assertThat(ada.delete(path, "If-Match", "\"1\"").code()).isEqualTo("E4009");
        assertThat(ada.delete(path, "If-Match", "\"2\"").status()).isEqualTo(204);
        assertThat(ada.delete(path).reason()).isEqualTo("booking-not-found");
        Answer cancelled = ada.get(path, "Consistency", "strong");
        assertThat(cancelled.json().path("status").asText()).isEqualTo("cancelled");
        assertThat(cancelled.json().path("cancel_reason").asText()).isEqualTo("by-booker");
        assertThat(busy(talent, 0, 24)).isEmpty();
        Answer audit = admin.get("/api/v1/audit/export?subject=bookings/" + booked.id());
        assertThat(audit.text().strip().split("\n")).hasSize(3);
        ledger.check(List.of());
    }

    @Test
    void aTalentThatLeavesTakesItsBookingsAlong() {
        String talent = talent("이바다");
        Answer first = ada.post("/api/v1/bookings", wish(talent, 10, 12));
        Answer second = bob.post("/api/v1/bookings", wish(talent, 12, 14));
        String byName = "/api/v1/search?type=talent&q=" + Stage.encoded("이바다");
        String byInitials = "/api/v1/search/suggest?q=" + Stage.encoded("ㅇㅂㄷ");
        assertThat(ada.get(byName, "Consistency", "strong").text()).contains(talent);
        assertThat(ada.get(byInitials).text()).contains(talent);
        assertThat(admin.delete("/api/v1/models/" + talent).status()).isEqualTo(204);
        assertThat(ada.get(byName, "Consistency", "strong").text()).doesNotContain(talent);
        assertThat(ada.get(byInitials).text()).doesNotContain(talent);

        for (Answer booking : List.of(first, second)) {
            JsonNode now =
                    admin.get("/api/v1/bookings/" + booking.id(), "Consistency", "strong").json();
            assertThat(now.path("status").asText()).isEqualTo("cancelled");
            assertThat(now.path("cancel_reason").asText()).isEqualTo("talent-withdrawn");
        }
        assertThat(admin.get("/api/v1/models/" + talent, "Consistency", "strong").status())
                .isEqualTo(404);
        Answer late = ada.post("/api/v1/bookings", wish(talent, 10, 12));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.reason()).isEqualTo("talent-not-found");
        ledger.check(List.of());
    }

    @Test
    void aPhoneNumberIsForAdministratorsAndNotOnTheLog() {
        Answer added =
                admin.post("/api/v1/models", with(model("박노을", 50_000), "phone", "010-9876-5432"));
        assertThat(added.status()).isEqualTo(201);
        String path = "/api/v1/models/" + added.id();

        assertThat(added.json().has("phone")).isFalse();
        assertThat(admin.get(path, "Consistency", "strong").json().path("phone").asText())
                .isEqualTo("010-9876-5432");
        assertThat(ada.get(path).json().has("phone")).isFalse();
        assertThat(ada.get("/api/v1/models?search=" + Stage.encoded("노을")).text())
                .contains(added.id())
                .doesNotContain("010-9876");
        assertThat(
                        admin.get(
                                        "/api/v1/search?q=" + Stage.encoded("박노을"),
                                        "Consistency",
                                        "strong")
                                .text())
                .contains(added.id())
                .doesNotContain("010-9876");
        assertThat(ledger.events())
                .noneMatch(
                        stored -> new String(stored.record().value(), UTF_8).contains("010-9876"));
    }

    @Test
    void listsShowWhatWasAskedFor() {
        String talent = talent("최가람");
        String later = ada.post("/api/v1/bookings", wish(talent, 20, 22)).id();
        String sooner = ada.post("/api/v1/bookings", wish(talent, 8, 10)).id();
        String other = bob.post("/api/v1/bookings", wish(talent, 12, 13)).id();
        ada.delete("/api/v1/bookings/" + later);
        String of = "/api/v1/bookings?model_id=" + talent;

        assertThat(ids(ada, of + "&sort=start")).containsExactly(sooner, later);
        assertThat(ids(ada, of + "&sort=created_at")).containsExactly(later, sooner);
        assertThat(ids(ada, of + "&status=confirmed")).containsExactly(sooner);
        assertThat(ids(bob, of)).containsExactly(other);
        assertThat(ids(admin, of + "&sort=-start")).containsExactly(later, other, sooner);
        assertThat(ids(admin, of + "&from=" + time(10) + "&to=" + time(13))).containsExactly(other);
        Answer page = admin.get(of + "&sort=start&size=2");
        assertThat(page.json().path("total").asInt()).isEqualTo(3);
        assertThat(page.required("Link")).contains("rel=\"next\"");
        String cursor = Stage.encoded(page.json().path("next_cursor").asText());
        assertThat(ids(admin, of + "&cursor=" + cursor)).containsExactly(later);

        String range = "/api/v1/models?search=" + Stage.encoded("가람");
        assertThat(ids(ada, range + "&min_price=50000&max_price=50000")).containsExactly(talent);
        assertThat(ids(ada, range + "&min_price=50001")).isEmpty();
        assertThat(ids(ada, range + "&is_available=false")).isEmpty();
    }

    @Test
    void ofAHundredWhoWantTheSameHourOneGetsIt() {
        String talent = talent("한별");

        List<Answer> answers =
                Together.map(
                        IntStream.range(0, RIVALS),
                        RIVALS,
                        i ->
                                stage.client("rival-" + i, Role.USER)
                                        .post("/api/v1/bookings", wish(talent, 10, 11)));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .hasSize(RIVALS - 1)
                .allMatch(answer -> answer.status() == 409)
                .allMatch(answer -> answer.reason().equals("booking-overlaps"));
        ledger.check(List.of());
    }

    @Test
    void repeatsOfOneRequestMakeOneBooking() {
        String talent = talent("정다운");
        String key = UUID.randomUUID().toString();

        List<Answer> answers =
                Together.map(
                        IntStream.range(0, 20),
                        20,
                        _ ->
                                ada.post(
                                        "/api/v1/bookings",
                                        wish(talent, 10, 11),
                                        "Idempotency-Key",
                                        key));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers).extracting(Answer::text).containsOnly(answers.getFirst().text());
        Answer other = ada.post("/api/v1/bookings", wish(talent, 14, 15), "Idempotency-Key", key);
        assertThat(other.code()).isEqualTo("E4010");
    }

    @Test
    void randomRequestsNeverOverlapThoughProcessorsAreKilled(@TempDir Path folder)
            throws IOException, InterruptedException {
        List<String> talents = Together.map(IntStream.range(0, TALENTS), 4, i -> talent("모델 " + i));
        try (Ledger file = new Ledger(folder.resolve("ledger.jsonl"))) {
            LedgerClient client = new LedgerClient(admin, file);
            Load load = new Load(client, talents, new ConcurrentLinkedDeque<>());
            AtomicInteger answered = new AtomicInteger();
            Thread stream =
                    Thread.ofPlatform()
                            .start(
                                    () ->
                                            Together.map(
                                                    IntStream.range(0, REQUESTS),
                                                    32,
                                                    i -> {
                                                        load.send(new Random(i));
                                                        return answered.incrementAndGet();
                                                    }));
            ProcessorsProcess processors = stage.processors();
            for (int kill = 1; kill <= KILLS; kill++) {
                int enough = kill * REQUESTS / (KILLS + 1);
                Awaitility.await()
                        .atMost(Duration.ofMinutes(3))
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> answered.get() >= enough);
                processors.kill();
                processors.start();
            }
            stream.join();

            assertThat(file.attempts()).hasSize(REQUESTS);
            assertThat(ledger.check(file.attempts())).isGreaterThan(TALENTS);
            ledger.checkThatEveryCommandSettled();
        }
    }

    @Test
    void whatIsSomebodyElsesStaysAsItIs() {
        String talent = talent("오누리");
        String path = "/api/v1/bookings/" + ada.post("/api/v1/bookings", wish(talent, 10, 11)).id();
        long events = ledger.countEvents();

        assertThat(refusal(bob.put(path, times(14, 15)))).isEqualTo("403 E4005 booker-required");
        assertThat(refusal(bob.delete(path))).isEqualTo("403 E4005 booker-required");
        assertThat(refusal(bob.get(path, "Consistency", "strong")))
                .isEqualTo("403 E4005 booker-required");
        for (Client user : List.of(ada, bob)) {
            assertThat(user.post("/api/v1/models", model("나", 50_000)).code()).isEqualTo("E4005");
            assertThat(user.put("/api/v1/models/" + talent, model("나나", 50_000)).code())
                    .isEqualTo("E4005");
            assertThat(user.delete("/api/v1/models/" + talent).code()).isEqualTo("E4005");
        }
        Client reader = stage.client("ada", Set.of(Role.USER), Set.of());
        assertThat(reader.delete(path).code()).isEqualTo("E4005");
        assertThat(ledger.countEvents()).isEqualTo(events);
        assertThat(admin.delete(path).status()).isEqualTo(204);
    }

    @Test
    void badInputIsRefusedAndWritesNothing() {
        String talent = talent("유리안");
        String away = talent("서없음");
        admin.put("/api/v1/models/" + away, with(model("서없음", 50_000), "is_available", false));
        long events = ledger.countEvents();

        assertThat(book(wish(talent, 10, 10))).isEqualTo("400 E4001 period-length");
        assertThat(book(wish(talent, 10, 35))).isEqualTo("400 E4001 period-length");
        assertThat(book(wish(talent, 12, 10))).isEqualTo("400 E4001 period-length");
        assertThat(book(local(talent, "2020-01-01T10:00", "2020-01-01T12:00", "Asia/Seoul")))
                .isEqualTo("400 E4001 start-in-the-past");
        assertThat(book(with(wish(talent, 10, 12), "start", DAY.plusSeconds(1).toString())))
                .isEqualTo("400 E4001 period-not-in-minutes");
        assertThat(book(wish(away, 10, 12))).isEqualTo("409 E4008 talent-unavailable");
        assertThat(book(wish(TalentId.of(UUID.randomUUID()).toString(), 10, 12)))
                .isEqualTo("409 E4008 talent-not-found");
        assertThat(book(wish(UUID.randomUUID().toString(), 10, 12)))
                .isEqualTo("409 E4008 talent-not-found");
        assertThat(book(wish("x", 10, 12))).isEqualTo("400 E4001 invalid-field");
        assertThat(book(Map.of())).isEqualTo("400 E4002 field-required");
        assertThat(book(with(wish(talent, 10, 12), "price", 1))).startsWith("400 E4001");
        assertThat(book(with(wish(talent, 10, 12), "start", "tomorrow")))
                .isEqualTo("400 E4001 invalid-field");
        assertThat(book(local(talent, "2099-03-29T10:00:00", "2099-03-29T12:00:00", "Mars/Base")))
                .isEqualTo("400 E4001 invalid-field");
        assertThat(book(with(wish(talent, 10, 12), "start", "2099-01-01T00:00:00")))
                .isEqualTo("400 E4002 field-required");
        assertThat(
                        book(
                                local(
                                        talent,
                                        "2097-03-31T02:30:00",
                                        "2097-03-31T05:00:00",
                                        "Europe/Berlin")))
                .isEqualTo("400 E4001 time-skipped");
        assertThat(
                        book(
                                local(
                                        talent,
                                        "2097-10-27T02:30:00",
                                        "2097-10-27T05:00:00",
                                        "Europe/Berlin")))
                .isEqualTo("400 E4001 time-ambiguous");
        assertThat(
                        book(
                                local(
                                        talent,
                                        "2097-07-01T02:30:00+09:00",
                                        "2097-07-01T05:00:00",
                                        "Europe/Berlin")))
                .isEqualTo("400 E4001 offset-not-in-zone");
        assertThat(refusal(ada.delete("/api/v1/bookings/" + UUID.randomUUID())))
                .isEqualTo("404 E4007 booking-not-found");
        BookingId none = BookingId.of(TalentId.parse(talent), UUID.randomUUID());
        assertThat(refusal(ada.put("/api/v1/bookings/" + none, times(10, 12))))
                .isEqualTo("404 E4007 booking-not-found");

        assertThat(add(model("김", 50_000))).isEqualTo("400 E4001 name-length");
        assertThat(add(model("김하늘", 9_999))).isEqualTo("400 E4001 price-range");
        assertThat(add(with(model("김하늘", 50_000), "price_per_hour", 50_000.5)))
                .startsWith("400 E4001");
        assertThat(add(with(model("김하늘", 50_000), "description", "짧다")))
                .isEqualTo("400 E4001 description-length");
        assertThat(add(with(model("김하늘", 50_000), "phone", "02-123-4567")))
                .isEqualTo("400 E4001 phone-form");
        assertThat(add(with(model("김하늘", 50_000), "rating", 5))).startsWith("400 E4001");
        assertThat(refusal(ada.get("/api/v1/models/" + talent + "/availability?from=" + time(0))))
                .isEqualTo("400 E4002 field-required");
        assertThat(ledger.countEvents()).isEqualTo(events);
    }

    @Test
    void localTimesMeanTheClockOfTheirZone() {
        String talent = talent("임온달");

        Answer overnight =
                ada.post(
                        "/api/v1/bookings",
                        local(talent, "2097-10-27T00:00", "2097-10-27T05:00", "Europe/Berlin"));

        assertThat(overnight.status()).isEqualTo(201);
        assertThat(overnight.json().path("start").asText()).isEqualTo("2097-10-26T22:00:00Z");
        assertThat(overnight.json().path("end").asText()).isEqualTo("2097-10-27T04:00:00Z");
        assertThat(overnight.json().path("price").path("amount").asText()).isEqualTo("300000");
        Answer second =
                ada.post(
                        "/api/v1/bookings",
                        local(
                                talent,
                                "2097-11-03T01:30:00-05:00",
                                "2097-11-03T03:00:00",
                                "America/New_York"));
        assertThat(second.json().path("start").asText()).isEqualTo("2097-11-03T06:30:00Z");
    }

    private String talent(String name) {
        Answer answer = admin.post("/api/v1/models", model(name, 50_000));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.id();
    }

    private String book(Map<String, Object> wish) {
        return refusal(ada.post("/api/v1/bookings", wish));
    }

    private String add(Map<String, Object> model) {
        return refusal(admin.post("/api/v1/models", model));
    }

    private static String refusal(Answer answer) {
        return answer.status() + " " + answer.code() + " " + answer.reason();
    }

    private List<String> ids(Client client, String path) {
        Answer answer = client.get(path, "Consistency", "strong");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().path("items").findValuesAsText("id");
    }

    private List<String> busy(String talent, int from, int to) {
        return periods(talent, from, to, "busy");
    }

    private List<String> free(String talent, int from, int to) {
        return periods(talent, from, to, "free");
    }

    private List<String> periods(String talent, int from, int to, String kind) {
        Answer answer =
                bob.get(
                        "/api/v1/models/%s/availability?from=%s&to=%s"
                                .formatted(talent, time(from), time(to)),
                        "Consistency",
                        "strong");
        return answer.json().path(kind).valueStream().map(BookingsIT::period).toList();
    }

    private static String period(JsonNode period) {
        return period.path("start").asText() + "/" + period.path("end").asText();
    }

    private static Map<String, Object> model(String name, long price) {
        return Map.of("name", name, "description", "런웨이와 화보, 경력 7년의 모델", "price_per_hour", price);
    }

    private static Map<String, Object> wish(String talent, int from, int to) {
        return with(times(from, to), "model_id", talent);
    }

    private static Map<String, Object> times(int from, int to) {
        return Map.of("start", time(from), "end", time(to));
    }

    private static Map<String, Object> local(String talent, String start, String end, String zone) {
        return Map.of("model_id", talent, "start", start, "end", end, "time_zone", zone);
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> more = new HashMap<>(body);
        more.put(field, value);
        return more;
    }

    private static String time(int hour) {
        return DAY.plus(Duration.ofHours(hour)).toString();
    }

    /// Requests that get in each other's way: most book, some move or cancel what was booked.
    private record Load(
            LedgerClient client, List<String> talents, ConcurrentLinkedDeque<String> booked) {

        void send(Random chance) {
            String known = Objects.requireNonNullElse(booked.peekFirst(), "");
            int from = chance.nextInt(60);
            int to = from + 1 + chance.nextInt(6);
            int what = known.isEmpty() ? 0 : chance.nextInt(10);
            switch (what) {
                case 8 -> move(known, from, to);
                case 9 -> cancel(known);
                default -> book(talents.get(chance.nextInt(talents.size())), from, to);
            }
        }

        private void move(String booking, int from, int to) {
            attempt(
                    booking,
                    headers ->
                            client.client()
                                    .put(
                                            "/api/v1/bookings/" + booking,
                                            times(from, to),
                                            quick(headers)));
        }

        private void cancel(String booking) {
            booked.remove(booking);
            attempt(
                    booking,
                    headers ->
                            client.client().delete("/api/v1/bookings/" + booking, quick(headers)));
        }

        private void book(String talent, int from, int to) {
            client.attempt(
                            "models/" + talent,
                            OptionalLong.empty(),
                            headers ->
                                    client.client()
                                            .post(
                                                    "/api/v1/bookings",
                                                    wish(talent, from, to),
                                                    quick(headers)))
                    .filter(answer -> answer.status() == 201)
                    .ifPresent(answer -> booked.addLast(answer.id()));
        }

        private void attempt(String booking, Function<String[], Answer> request) {
            client.attempt("bookings/" + booking, OptionalLong.empty(), request);
        }

        /// Waits five seconds only, so that clients go on while processors are away.
        private static String[] quick(String[] headers) {
            String[] all = Arrays.copyOf(headers, headers.length + 2);
            all[headers.length] = "Prefer";
            all[headers.length + 1] = "wait=5";
            return all;
        }
    }
}
