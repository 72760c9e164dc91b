package io.sillok.queryapi.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.web.access.Caller;
import io.sillok.queryapi.stage.AtScale;
import io.sillok.queryapi.stage.Client;
import io.sillok.queryapi.stage.Figures;
import io.sillok.queryapi.stage.Plans;
import io.sillok.queryapi.stage.Scale;
import io.sillok.queryapi.stage.Stage;
import io.sillok.schemas.bookings.BookingId;
import io.sillok.schemas.bookings.Period;
import io.sillok.schemas.bookings.TalentId;
import io.sillok.schemas.bookings.TalentResource;
import io.sillok.schemas.envelope.Role;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Lists, filters and availability with very many bookings and talents: how they are read, and how
/// long that takes.
@AtScale(data = Agency.class, usually = "1")
final class BookingsAtScaleIT {

    private static final TalentId TALENT = Agency.talent(2);
    private static final Caller SOMEBODY = new Caller("user-20", Set.of(Role.USER), Set.of());
    private static final Caller ADMIN = new Caller("adam", Set.of(Role.ADMIN), Set.of());
    private static final Instant DAY = Instant.parse("2027-02-01T00:00:00Z");
    private static final Duration MONTH = Duration.ofDays(31);

    private final Scale scale;
    private final Figures figures;
    private final Client user;
    private final Client admin;
    private final Plans plans;

    BookingsAtScaleIT(Scale scale, Stage stage, Figures figures) {
        this.scale = scale;
        this.figures = figures;
        this.user = stage.user(SOMEBODY.id());
        this.admin = stage.administrator();
        this.plans = stage.plans();
    }

    /// What people ask of a list: filters, orders.
    static Stream<Map<String, String>> bookingLists() {
        return Stream.of(
                Map.of(),
                Map.of("sort", "start"),
                Map.of("sort", "created_at"),
                Map.of("sort", "-created_at"),
                Map.of("status", "cancelled"),
                Map.of("status", "confirmed", "sort", "-created_at"),
                Map.of("model_id", TALENT.toString()),
                Map.of("model_id", TALENT.toString(), "sort", "created_at"),
                Map.of("model_id", Agency.BUSIEST.toString(), "status", "cancelled"),
                Map.of("from", DAY.toString(), "to", DAY.plus(Duration.ofDays(2)).toString()),
                Map.of("from", DAY.toString(), "sort", "start"),
                Map.of("status", "confirmed", "to", DAY.toString(), "sort", "-start"));
    }

    @ParameterizedTest
    @MethodSource("bookingLists")
    void noListOfBookingsReadsAWholeTable(Map<String, String> asked) {
        for (Caller caller : List.of(SOMEBODY, ADMIN)) {
            Optional<String> next = bookings(caller, asked);
            next.ifPresent(
                    cursor -> {
                        Map<String, String> more = new LinkedHashMap<>(asked);
                        more.put("cursor", cursor);
                        var _ = bookings(caller, more);
                    });
        }
    }

    static Stream<Map<String, String>> talentLists() {
        return Stream.of(
                Map.of(),
                Map.of("sort", "-name"),
                Map.of("sort", "price_per_hour"),
                Map.of("sort", "-created_at"),
                Map.of("is_available", "false"),
                Map.of("is_available", "true", "sort", "-price_per_hour"),
                Map.of("min_price", "20000", "max_price", "25000"),
                Map.of("search", "하늘 77"),
                Map.of("search", "김하늘", "is_available", "true"));
    }

    @ParameterizedTest
    @MethodSource("talentLists")
    void noListOfTalentsReadsAWholeTable(Map<String, String> asked) {
        var query = TalentQueries.asked(new MultivaluedHashMap<>(asked));

        assertThat(
                        plans.byIndex(
                                        "talents " + asked,
                                        views -> new TalentQueries(views).list(query))
                                .items())
                .isNotEmpty();
    }

    @Test
    void availabilityReadsNoWholeTable() {
        Period year = new Period(DAY.minus(Duration.ofDays(2)), DAY.plus(MONTH.multipliedBy(12)));
        for (TalentId talent : List.of(TALENT, Agency.BUSIEST)) {
            List<Period> busy =
                    plans.byIndex(
                            "availability of " + talent,
                            views -> new BookingQueries(views).busy(talent, year));
            assertThat(busy).isNotEmpty();
            Optional<TalentResource> found =
                    plans.byIndex("a talent", views -> new TalentQueries(views).find(talent));
            assertThat(found).isPresent();
            BookingId booking = BookingId.of(talent, talent.value());
            var _ = plans.byIndex("a booking", views -> new BookingQueries(views).find(booking));
        }
    }

    @Test
    void isMeasured() {
        try {
            ask();
        } finally {
            figures.print();
        }
    }

    private void ask() {
        ask("own bookings", user, "/bookings", _ -> List.of());
        ask("all bookings", admin, "/bookings", _ -> List.of());
        ask("cancelled bookings", admin, "/bookings", _ -> List.of("status", "cancelled"));
        ask("bookings of a talent", admin, "/bookings", i -> List.of("model_id", talent(i)));
        ask(
                "bookings of the busiest talent",
                admin,
                "/bookings",
                _ -> List.of("model_id", Agency.BUSIEST.toString()));
        ask("bookings of two days", admin, "/bookings", i -> range(i, Duration.ofDays(2)));
        ask("talents", user, "/models", _ -> List.of());
        ask(
                "talents by price",
                user,
                "/models",
                i -> List.of("min_price", "" + (20_000 + i * 100), "sort", "price_per_hour"));
        ask("talents by name", user, "/models", i -> List.of("search", "하늘 " + (77 + i)));
        figures.measure(
                scale,
                "availability of a talent",
                i -> user.get(availability(talent(i)), query(range(i, MONTH))));
        figures.measure(
                scale,
                "availability of the busiest talent",
                i -> user.get(availability(Agency.BUSIEST.toString()), query(range(i, MONTH))));
        figures.measure(
                scale,
                "availability of the busiest talent, long ago",
                i -> user.get(availability(Agency.BUSIEST.toString()), query(range(-i, MONTH))));
    }

    private void ask(String what, Client client, String path, IntFunction<List<String>> asked) {
        figures.measure(scale, what, i -> client.get(path, query(asked.apply(i))));
    }

    private Optional<String> bookings(Caller caller, Map<String, String> asked) {
        var query = BookingQueries.asked(caller, new MultivaluedHashMap<>(asked));
        return plans.byIndex(
                        caller.id() + " bookings " + asked,
                        views -> new BookingQueries(views).list(query))
                .nextCursor();
    }

    /// One that was not withdrawn, and has bookings.
    private static String talent(int number) {
        return Agency.talent(number * 11 % 990 + 1).toString();
    }

    private static String availability(String talent) {
        return "/models/" + talent + "/availability";
    }

    private static List<String> range(int day, Duration length) {
        Instant from = DAY.plus(Duration.ofDays(day));
        return List.of("from", from.toString(), "to", from.plus(length).toString());
    }

    private static String[] query(List<String> asked) {
        return asked.toArray(String[]::new);
    }
}
