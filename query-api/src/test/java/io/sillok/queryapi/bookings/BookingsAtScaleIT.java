package io.sillok.queryapi.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.stores.Postgres;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.http.Total;
import io.sillok.queryapi.engines.ReadModel;
import io.sillok.queryapi.stage.Client;
import io.sillok.queryapi.stage.Stage;
import io.sillok.queryapi.stage.StageExtension;
import io.sillok.schemas.bookings.BookingId;
import io.sillok.schemas.bookings.Period;
import io.sillok.schemas.bookings.TalentId;
import io.sillok.schemas.envelope.Role;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists, filters and availability with many rows: by index, and how long they take.
@ExtendWith(StageExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
final class BookingsAtScaleIT {

    private static final TalentId TALENT = TalentId.parse("00000002-0000-8000-8000-000000000000");
    private static final Caller SOMEBODY = new Caller("user-20", Set.of(Role.USER), Set.of());
    private static final Caller ADMIN = new Caller("adam", Set.of(Role.ADMIN), Set.of());
    private static final Instant DAY = Instant.parse("2027-02-01T00:00:00Z");
    private static final int WARM_UP = 100;
    private static final int CALLS = 300;

    private static final List<Map<String, String>> BOOKING_LISTS =
            List.of(
                    Map.of(),
                    Map.of("sort", "start"),
                    Map.of("sort", "created_at"),
                    Map.of("sort", "-created_at"),
                    Map.of("status", "cancelled"),
                    Map.of("status", "confirmed", "sort", "-created_at"),
                    Map.of("model_id", TALENT.toString()),
                    Map.of("model_id", TALENT.toString(), "sort", "created_at"),
                    Map.of("from", DAY.toString(), "to", DAY.plus(Duration.ofDays(2)).toString()),
                    Map.of("from", DAY.toString(), "sort", "start"),
                    Map.of("status", "confirmed", "to", DAY.toString(), "sort", "-start"));

    private static final List<Map<String, String>> TALENT_LISTS =
            List.of(
                    Map.of(),
                    Map.of("sort", "-name"),
                    Map.of("sort", "price_per_hour"),
                    Map.of("sort", "-created_at"),
                    Map.of("is_available", "false"),
                    Map.of("is_available", "true", "sort", "-price_per_hour"),
                    Map.of("min_price", "20000", "max_price", "25000"),
                    Map.of("search", "하늘 77"),
                    Map.of("search", "김하늘", "is_available", "true"));

    private final Stage stage;
    private final Agency agency;

    BookingsAtScaleIT(Stage stage) {
        this.stage = stage;
        this.agency = Agency.on(stage.settings().postgres());
    }

    @AfterAll
    void leave() {
        agency.close();
    }

    @Test
    void noListReadsAWholeTable() {
        agency.fill(200_000);
        try (Postgres postgres = Postgres.open(stage.settings().postgres(), "planned", 1)) {
            Overheard overheard = Overheard.on(postgres.jdbi());
            BookingQueries bookings = new BookingQueries(new ReadModel(postgres.jdbi()));
            TalentQueries talents = new TalentQueries(new ReadModel(postgres.jdbi()));
            for (Caller caller : List.of(SOMEBODY, ADMIN)) {
                for (Map<String, String> list : BOOKING_LISTS) {
                    readTwoParts(bookings, caller, list);
                    requireIndices(caller.id() + " " + list, overheard);
                }
            }
            for (Map<String, String> list : TALENT_LISTS) {
                var query = TalentQueries.asked(new MultivaluedHashMap<>(list));
                assertThat(talents.list(query).items()).isNotEmpty();
                requireIndices("talents " + list, overheard);
            }
            assertThat(bookings.busy(TALENT, new Period(DAY.minus(Duration.ofDays(31)), DAY)))
                    .isNotEmpty();
            var _ = bookings.find(BookingId.of(TALENT, TALENT.value()));
            var _ = talents.find(TALENT);
            requireIndices("availability", overheard);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20_000, 200_000})
    void isMeasured(int bookings) {
        agency.fill(bookings);
        Map<String, Call> calls = new LinkedHashMap<>();
        Client user = stage.user(SOMEBODY.id());
        Client admin = stage.administrator();
        calls.put("own bookings", () -> user.get("/bookings"));
        calls.put("all bookings", () -> admin.get("/bookings"));
        calls.put("all by status", () -> admin.get("/bookings", "status", "cancelled"));
        calls.put("of a talent", () -> admin.get("/bookings", "model_id", TALENT.toString()));
        calls.put(
                "of two days",
                () ->
                        admin.get(
                                "/bookings",
                                "from",
                                DAY.toString(),
                                "to",
                                DAY.plus(Duration.ofDays(2)).toString()));
        calls.put("talents", () -> user.get("/models"));
        calls.put(
                "talents by price",
                () -> user.get("/models", "min_price", "20000", "sort", "price_per_hour"));
        calls.put("talents by name", () -> user.get("/models", "search", "하늘 77"));
        calls.put(
                "availability",
                () ->
                        user.get(
                                "/models/" + TALENT + "/availability",
                                "from",
                                "2027-01-01T00:00:00Z",
                                "to",
                                "2027-03-01T00:00:00Z"));
        List<String> figures = new ArrayList<>();
        calls.forEach((name, call) -> figures.add(name + " " + measured(call)));
        PrintStream out = System.out;
        out.println(
                "[figures] p50/p99 ms with "
                        + bookings
                        + " bookings: "
                        + String.join(", ", figures));
    }

    private static void readTwoParts(
            BookingQueries bookings, Caller caller, Map<String, String> list) {
        var query = BookingQueries.asked(caller, new MultivaluedHashMap<>(list));
        var found = bookings.list(query).items();
        if (!found.isEmpty()) {
            Map<String, String> next = new LinkedHashMap<>(list);
            next.put("cursor", query.after(found.getLast(), Total.exactly(1)));
            var _ = bookings.list(BookingQueries.asked(caller, new MultivaluedHashMap<>(next)));
        }
    }

    private void requireIndices(String what, Overheard overheard) {
        List<String> statements = overheard.take();
        assertThat(statements).isNotEmpty();
        for (String statement : statements) {
            assertThat(agency.plan(statement))
                    .as(what)
                    .noneMatch(line -> line.contains("Seq Scan"));
        }
    }

    private static String measured(Call call) {
        for (int i = 0; i < WARM_UP; i++) {
            assertThat(call.send().status()).isEqualTo(200);
        }
        long[] micros =
                LongStream.range(0, CALLS)
                        .map(
                                _ -> {
                                    long begun = System.nanoTime();
                                    var _ = call.send();
                                    return (System.nanoTime() - begun) / 1_000;
                                })
                        .sorted()
                        .toArray();
        return "%.1f/%.1f".formatted(micros[CALLS / 2] / 1e3, micros[CALLS * 99 / 100] / 1e3);
    }

    private interface Call {
        Client.Answer send();
    }
}
