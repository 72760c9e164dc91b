package io.sillok.queryapi.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.http.Total;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.http.Cursor;
import io.sillok.queryapi.lists.ListQuery;
import io.sillok.queryapi.lists.Place;
import io.sillok.schemas.bookings.BookingId;
import io.sillok.schemas.bookings.BookingResource;
import io.sillok.schemas.bookings.BookingStatus;
import io.sillok.schemas.bookings.TalentId;
import io.sillok.schemas.bookings.TalentResource;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.envelope.Subject;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ListQueriesTest {

    private static final Caller ADA = new Caller("ada", Set.of(Role.USER), Set.of());
    private static final Caller ADMIN = new Caller("root", Set.of(Role.ADMIN), Set.of());
    private static final UUID ID = UUID.fromString("0190a000-0000-7000-8000-000000000001");

    @Test
    void showTheCallersOwnBookingsUnlessTheyAreAnAdministrator() {
        assertThat(bookings(ADA, Map.of()).filter().seesAll()).isFalse();
        assertThat(bookings(ADMIN, Map.of()).filter().seesAll()).isTrue();
    }

    @Test
    void filterBookings() {
        BookingFilter filter =
                bookings(
                                ADA,
                                Map.of(
                                        "model_id",
                                        ID.toString(),
                                        "status",
                                        "cancelled",
                                        "from",
                                        "2027-01-01T00:00:00 09:00",
                                        "to",
                                        "2027-01-02T00:00:00Z"))
                        .filter();

        assertThat(filter.talent()).contains(ID);
        assertThat(filter.status()).contains(BookingStatus.CANCELLED);
        assertThat(filter.from()).contains(Instant.parse("2026-12-31T15:00:00Z"));
        assertThat(filter.to()).contains(Instant.parse("2027-01-02T00:00:00Z"));
    }

    @Test
    void haveAnOrderUnlessAskedForAnother() {
        assertThat(bookings(ADA, Map.of()).order().word()).isEqualTo("-start");
        assertThat(bookings(ADA, Map.of("sort", "created_at")).order().word())
                .isEqualTo("created_at");
        assertThat(talents(Map.of()).order().word()).isEqualTo("name");
        assertThat(talents(Map.of("sort", "-price_per_hour")).order().word())
                .isEqualTo("-price_per_hour");
    }

    @Test
    void filterTalents() {
        TalentFilter filter =
                talents(
                                Map.of(
                                        "is_available",
                                        "false",
                                        "min_price",
                                        "10000",
                                        "max_price",
                                        "20000",
                                        "search",
                                        " 김　Ha% "))
                        .filter();

        assertThat(filter.available()).contains(false);
        assertThat(filter.minPrice()).contains(10_000L);
        assertThat(filter.maxPrice()).contains(20_000L);
        assertThat(filter.search().folded()).isEqualTo("김 ha%");
        assertThat(filter.search().patterns()).containsExactly("%김%", "%ha\\%%");
    }

    @ParameterizedTest
    @CsvSource({
        "model_id, x",
        "status, done",
        "from, yesterday",
        "to, 2027-01-01",
        "sort, price",
        "size, 0"
    })
    void refuseWhatIsNoFilterOfBookings(String name, String value) {
        assertThatThrownBy(() -> bookings(ADA, Map.of(name, value)))
                .isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "is_available, yes",
        "min_price, -1",
        "max_price, 1.5",
        "max_price, 9999999999999999",
        "sort, phone",
        "page, 0"
    })
    void refuseWhatIsNoFilterOfTalents(String name, String value) {
        assertThatThrownBy(() -> talents(Map.of(name, value))).isInstanceOf(ProblemException.class);
    }

    @Test
    void goOnWhereTheCursorStands() {
        var place =
                new Place(
                        "-created_at",
                        List.of(Instant.EPOCH.toString()),
                        ID,
                        40,
                        Total.exactly(99));
        ListQuery<BookingFilter, BookingResource> query =
                bookings(ADA, Map.of("cursor", Cursor.write(place)));

        assertThat(query.from()).contains(place);
        assertThat(query.order().word()).isEqualTo("-created_at");
        assertThat(query.paging().offset()).isEqualTo(40);
    }

    @Test
    void refuseTheCursorOfAnotherOrder() {
        String booking = place("-created_at", "1970-01-01T00:00:00Z");
        String talent = place("price_per_hour", "50000");

        assertThatThrownBy(() -> bookings(ADA, Map.of("sort", "start", "cursor", booking)))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> talents(Map.of("sort", "name", "cursor", talent)))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> talents(Map.of("cursor", place("-start", "1970-01-01T00:00:00Z"))))
                .isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'; drop", "1e999999999", "-1", ""})
    void refuseAForgedKey(String key) {
        assertThatThrownBy(() -> talents(Map.of("cursor", place("price_per_hour", key))))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void areAuditedWhereTheTalentIsDecided() {
        TalentId talent = TalentId.of(ID);
        BoundaryKey key = new BoundaryKey("models/" + talent);

        assertThat(BookingsModule.boundary(talent.subject())).contains(key);
        assertThat(BookingsModule.boundary(BookingId.of(talent, ID).subject())).contains(key);
        assertThat(BookingsModule.boundary(new Subject("models", ID))).isEmpty();
        assertThat(BookingsModule.boundary(new Subject("materials", ID))).isEmpty();
    }

    private static String place(String order, String key) {
        return Cursor.write(new Place(order, List.of(key), ID, 40, Total.exactly(99)));
    }

    private static ListQuery<BookingFilter, BookingResource> bookings(
            Caller caller, Map<String, String> parameters) {
        return BookingQueries.asked(caller, new MultivaluedHashMap<>(parameters));
    }

    private static ListQuery<TalentFilter, TalentResource> talents(Map<String, String> parameters) {
        return TalentQueries.asked(new MultivaluedHashMap<>(parameters));
    }
}
