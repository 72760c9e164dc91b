package io.sillok.queryapi.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sillok.platform.web.http.Total;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.http.Cursor;
import io.sillok.queryapi.lists.ListQuery;
import io.sillok.queryapi.lists.Place;
import io.sillok.queryapi.lists.SearchedWords;
import io.sillok.schemas.catalog.ItemId;
import io.sillok.schemas.catalog.ItemResource;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ItemListQueryTest {

    private static final ItemResource LAST =
            new ItemResource(
                    new ItemId(new UUID(1, 2)),
                    3,
                    "에어팟",
                    Optional.empty(),
                    "12.50",
                    "USD",
                    "olga",
                    Instant.parse("2026-01-01T00:00:00.000001Z"),
                    Instant.parse("2026-01-02T00:00:00Z"));

    @Test
    void isTheNewestByDefault() {
        ListQuery<ItemFilter, ItemResource> query = query(Map.of());

        assertThat(query.order().word()).isEqualTo("-created_at");
        assertThat(query.filter().currency()).isEmpty();
        assertThat(query.filter().search().folded()).isEmpty();
    }

    @Test
    void comparesPricesInWonUnlessItSaysOtherwise() {
        assertThat(query(Map.of("min_price", "100")).filter())
                .returns(Optional.of("KRW"), ItemFilter::currency)
                .returns(Optional.of(new BigDecimal("100")), ItemFilter::minPrice);
        assertThat(query(Map.of("max_price", "1.5", "currency", "USD")).filter().currency())
                .contains("USD");
    }

    @Test
    void foldsTheWordsItSearches() {
        SearchedWords words = query(Map.of("search", " ＡＩ  50% ")).filter().search();

        assertThat(words.folded()).isEqualTo("ai 50%");
        assertThat(words.patterns()).containsExactly("%ai%", "%50\\%%");
    }

    @ParameterizedTest
    @MethodSource("words")
    void goesOnBehindTheLastInEveryOrder(String word) {
        ListQuery<ItemFilter, ItemResource> first = query(Map.of("sort", word, "size", "5"));
        ListQuery<ItemFilter, ItemResource> next =
                query(Map.of("cursor", first.after(LAST, Total.exactly(40)), "size", "5"));

        assertThat(next.order().word()).isEqualTo(word);
        assertThat(next.from())
                .contains(
                        new Place(word, keyOfLast(word), LAST.id().value(), 5, Total.exactly(40)));
        assertThat(next.paging().page()).isEqualTo(2);
    }

    static List<String> words() {
        return ItemQueries.ORDERS.words();
    }

    private static List<String> keyOfLast(String word) {
        return switch (word.replace("-", "")) {
            case "created_at" -> List.of("2026-01-01T00:00:00.000001Z");
            case "updated_at" -> List.of("2026-01-02T00:00:00Z");
            case "title" -> List.of("에어팟");
            case "price" -> List.of("USD", "12.50");
            default -> throw new IllegalArgumentException(word);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "sort, colour",
        "min_price, -1",
        "max_price, 1e3",
        "currency, won",
        "from, today",
        "to, tomorrow",
        "size, 0",
        "cursor, x"
    })
    void refusesWhatItDoesNotUnderstand(String name, String value) {
        refused(Map.of(name, value));
    }

    @Test
    void goesDeepOnlyByCursor() {
        assertThat(query(Map.of("page", "500")).paging().offset()).isEqualTo(9_980);
        refused(Map.of("page", "501"));
        refused(Map.of("skip", "10000"));
        Place deep =
                new Place(
                        "title", List.of("에어팟"), new UUID(1, 2), 1_000_000, Total.atLeast(10_000));

        assertThat(query(Map.of("cursor", Cursor.write(deep))).paging().offset())
                .isEqualTo(1_000_000);
    }

    @ParameterizedTest
    @CsvSource({
        "price, KRW",
        "price, KRW|x",
        "price, KRW|1e9",
        "price, KRW|1|1",
        "created_at, yesterday",
        "created_at, +1000000-01-01T00:00:00Z",
        "colour, red"
    })
    void refusesAPlaceThatIsNone(String sort, String key) {
        List<String> parts = List.of(key.split("\\|", -1));

        refused(
                Map.of(
                        "cursor",
                        Cursor.write(new Place(sort, parts, new UUID(1, 2), 5, Total.exactly(9)))));
    }

    @Test
    void refusesThePlaceOfAnotherOrder() {
        String cursor = query(Map.of()).after(LAST, Total.exactly(1));

        refused(Map.of("cursor", cursor, "sort", "price"));
    }

    private static void refused(Map<String, String> parameters) {
        assertThatThrownBy(() -> query(parameters))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code().name()).isEqualTo("E4001"));
    }

    private static ListQuery<ItemFilter, ItemResource> query(Map<String, String> parameters) {
        return ItemQueries.asked(new MultivaluedHashMap<>(parameters));
    }
}
