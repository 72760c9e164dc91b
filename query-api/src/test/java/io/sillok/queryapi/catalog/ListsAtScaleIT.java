package io.sillok.queryapi.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sillok.queryapi.http.Listing;
import io.sillok.queryapi.lists.ListQuery;
import io.sillok.queryapi.stage.AtScale;
import io.sillok.queryapi.stage.Client;
import io.sillok.queryapi.stage.Figures;
import io.sillok.queryapi.stage.Plans;
import io.sillok.queryapi.stage.Scale;
import io.sillok.queryapi.stage.Stage;
import io.sillok.schemas.catalog.ItemId;
import io.sillok.schemas.catalog.ItemResource;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Lists of very many items and posts: how they are read, and how long that takes.
@AtScale(data = Offers.class, usually = "1")
final class ListsAtScaleIT {

    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");

    /// So many rows are read to compare lists with what reading all of the table finds.
    private static final int COMPARED = 8_000_000;

    private final Scale scale;
    private final Stage stage;
    private final Figures figures;
    private final Client reader;
    private final Plans plans;

    ListsAtScaleIT(Scale scale, Stage stage, Figures figures) {
        this.scale = scale;
        this.stage = stage;
        this.figures = figures;
        this.reader = stage.user("rita");
        this.plans = stage.plans();
    }

    /// What people ask of a list: filters, orders, places deep in it.
    static Stream<Map<String, String>> asked() {
        Stream<Map<String, String>> orders =
                ItemQueries.ORDERS.words().stream().map(word -> Map.of("sort", word));
        return Stream.concat(
                orders,
                Stream.of(
                        Map.of(),
                        Map.of("owner", "seller-42"),
                        Map.of("owner", "seller-42", "sort", "price"),
                        Map.of("owner", "nobody"),
                        Map.of("min_price", "1000", "max_price", "1500"),
                        Map.of("min_price", "500000"),
                        Map.of("min_price", "1000", "max_price", "1500", "sort", "price"),
                        Map.of("currency", "USD"),
                        Map.of("search", "노트북 777"),
                        Map.of("search", "없는말"),
                        Map.of("search", "이어폰"),
                        Map.of("search", "이어폰", "sort", "title"),
                        Map.of("search", "노트북", "sort", "-title"),
                        Map.of("search", "이어폰", "currency", "USD"),
                        Map.of("search", "이어폰", "owner", "seller-41", "sort", "price"),
                        Map.of("search", "노트북 777", "min_price", "1000", "sort", "-price"),
                        Map.of("search", "물건입니다", "sort", "updated_at"),
                        Map.of("from", "2025-01-02T00:00:00Z", "to", "2025-01-02T01:00:00Z"),
                        Map.of("from", "2025-01-02T00:00:00Z", "sort", "title"),
                        Map.of("skip", "5000")));
    }

    @ParameterizedTest
    @MethodSource("asked")
    void neverScanAWholeTableOfItems(Map<String, String> asked) {
        var first = ItemQueries.asked(parameters(asked));
        Optional<String> next =
                plans.byIndex("items " + asked, views -> new ItemQueries(views).list(first))
                        .nextCursor();

        next.map(cursor -> ItemQueries.asked(parameters(asked, "cursor", cursor)))
                .ifPresent(
                        query ->
                                plans.byIndex(
                                        "more items " + asked,
                                        views -> new ItemQueries(views).list(query)));
    }

    static Stream<Map<String, String>> askedOfPosts() {
        return Stream.concat(
                PostQueries.ORDERS.words().stream().map(word -> Map.of("sort", word)),
                Stream.of(
                        Map.of("author", "author-42"),
                        Map.of("author", "author-42", "sort", "title"),
                        Map.of("search", "여행 77"),
                        Map.of("search", "여행", "sort", "created_at"),
                        Map.of("search", "여행", "sort", "title"),
                        Map.of("search", "여행", "author", "author-42"),
                        Map.of("from", "2025-01-01T05:00:00Z", "sort", "title"),
                        Map.of("from", "2025-01-01T05:00:00Z", "to", "2025-01-01T06:00:00Z"),
                        Map.of("skip", "5000")));
    }

    @ParameterizedTest
    @MethodSource("askedOfPosts")
    void neverScanAWholeTableOfPosts(Map<String, String> asked) {
        var first = PostQueries.asked(parameters(asked));
        Optional<String> next =
                plans.byIndex("posts " + asked, views -> new PostQueries(views).list(first))
                        .nextCursor();

        next.map(cursor -> PostQueries.asked(parameters(asked, "cursor", cursor)))
                .ifPresent(
                        query ->
                                plans.byIndex(
                                        "more posts " + asked,
                                        views -> new PostQueries(views).list(query)));
    }

    @Test
    void aScanWouldBeNoticed() {
        assertThatThrownBy(
                        () ->
                                plans.byIndex(
                                        "a scan",
                                        views ->
                                                views.read(
                                                        handle ->
                                                                handle.createQuery(
                                                                                "select count(*) from items where version = 2")
                                                                        .mapTo(Long.class)
                                                                        .one())))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Seq Scan");
    }

    @Test
    void haveTheSamePartsAsReadingAll() {
        Searches searches = new Searches(new Random());
        try (PlainItems plain = PlainItems.of(stage)) {
            for (int i = 0; i < COMPARED / scale.items(); i++) {
                compare(searches.next(), plain);
            }
        }
    }

    /// Follows a list over three parts.
    private void compare(Map<String, String> asked, PlainItems plain) {
        var query = ItemQueries.asked(parameters(asked));
        List<ItemId> all = plain.read(query);
        int place = (int) query.paging().offset();
        Optional<ListQuery<ItemFilter, ItemResource>> next = Optional.of(query);
        for (int part = 0; part < 3 && next.isPresent(); part++) {
            var asking = next.get();
            Listing<ItemResource> found =
                    plans.byIndex(
                            "part %d of %s".formatted(part, asked),
                            views -> new ItemQueries(views).list(asking));
            int end = Math.min(place + query.paging().size(), all.size());
            assertThat(found.items().stream().map(ItemResource::id))
                    .as("part %d of %s", part, asked)
                    .isEqualTo(all.subList(Math.min(place, end), end));
            assertThat(found.hasNext()).as("%s", asked).isEqualTo(end < all.size());
            assertThat(found.total()).as("%s", asked).isEqualTo(Math.min(all.size(), 10_000));
            assertThat(found.totalIsExact()).as("%s", asked).isEqualTo(all.size() <= 10_000);
            place = end;
            next =
                    found.nextCursor()
                            .map(cursor -> ItemQueries.asked(parameters(asked, "cursor", cursor)));
        }
    }

    @Test
    void areCountedOnlySoFar() {
        Client.Answer all = reader.get("/items");
        Client.Answer deepest = reader.get("/items", "page", "500");
        Client.Answer ofOne = reader.get("/items", "owner", "seller-42");

        assertThat(all.json().path("total").asLong()).isEqualTo(10_000);
        assertThat(all.json().path("total_is_exact").asBoolean(true)).isFalse();
        assertThat(all.json().path("pages").asLong()).isEqualTo(500);
        assertThat(all.header("Link")).contains("rel=\"next\"").doesNotContain("rel=\"last\"");
        assertThat(deepest.json().path("total").asLong()).isEqualTo(10_001);
        assertThat(deepest.header("Link")).contains("cursor=" + deepest.cursor().orElseThrow());
        assertThat(reader.get("/items", "page", "501").problem()).isEqualTo("E4001 invalid-field");
        assertThat(reader.get("/items", "cursor", deepest.cursor().orElseThrow()).items("id"))
                .hasSize(20);
        assertThat(ofOne.json().path("total").asLong()).isEqualTo(scale.items() / 5_000);
        assertThat(ofOne.json().path("total_is_exact").asBoolean()).isTrue();
        assertThat(ofOne.header("Link")).contains("rel=\"last\"");
    }

    @Test
    void answerThisFast() {
        try {
            ask();
        } finally {
            figures.print();
        }
    }

    private void ask() {
        figures.measure(scale, "an item", i -> reader.get("/items/" + id("item", i)));
        ask("items, the newest", "/items", _ -> List.of());
        List<String> cursors = cursors();
        ask("items by cursor", "/items", i -> List.of("cursor", cursors.get(i)));
        ask("items, 5,000 deep by number", "/items", i -> List.of("skip", "" + (5_000 + i)));
        ask("items of an owner", "/items", i -> List.of("owner", "seller-" + i));
        ask(
                "items of an owner by price",
                "/items",
                i -> List.of("owner", "seller-" + i, "sort", "price"));
        ask("items by price", "/items", i -> List.of("min_price", "" + i * 4_000, "sort", "price"));
        ask(
                "items of a range of prices, the newest",
                "/items",
                i -> List.of("min_price", "" + i * 4_000, "max_price", "" + (i * 4_000 + 500)));
        ask(
                "items of an hour by title",
                "/items",
                i -> List.of("from", minute(i), "to", minute(i + 60), "sort", "title"));
        ask("items with two words", "/items", i -> List.of("search", "노트북 " + (777 + i)));
        figures.measure(scale, "a post", i -> reader.get("/posts/" + id("post", i)));
        ask("posts, the newest", "/posts", _ -> List.of());
        ask("posts of an author", "/posts", i -> List.of("author", "author-" + i));
        ask("posts with two words", "/posts", i -> List.of("search", "여행 " + (77 + i)));
        ask(
                "posts of an hour by title",
                "/posts",
                i -> List.of("from", minute(i), "to", minute(i + 60), "sort", "title"));
        ask(
                "posts with a frequent word, by title",
                "/posts",
                _ -> List.of("search", "여행", "sort", "title"));
        ask("items with a frequent word", "/items", _ -> List.of("search", "이어폰"));
        ask(
                "items with a frequent word, by title",
                "/items",
                _ -> List.of("search", "이어폰", "sort", "title"));
        ask(
                "items with a frequent word, the last by title",
                "/items",
                _ -> List.of("search", "중고", "sort", "title"));
        ask(
                "items with a word that one in 500 has",
                "/items",
                _ -> List.of("search", "물건입니다", "sort", "title"));
        ask("items in dollars", "/items", _ -> List.of("currency", "USD"));
    }

    private void ask(String what, String path, IntFunction<List<String>> query) {
        figures.measure(scale, what, i -> reader.get(path, query.apply(i).toArray(String[]::new)));
    }

    /// Places one behind the other in the whole list.
    private List<String> cursors() {
        return Stream.iterate(
                        cursor(reader.get("/items", "size", "100")),
                        cursor -> cursor(reader.get("/items", "size", "100", "cursor", cursor)))
                .limit(Figures.CALLS)
                .toList();
    }

    private static String cursor(Client.Answer part) {
        return part.cursor().orElseThrow();
    }

    /// An id that the statements above make, of something that is there.
    private static UUID id(String type, int number) {
        String name = type + (number * 50 + 1);
        try {
            ByteBuffer md5 =
                    ByteBuffer.wrap(
                            MessageDigest.getInstance("MD5")
                                    .digest(name.getBytes(StandardCharsets.UTF_8)));
            return new UUID(md5.getLong(), md5.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String minute(int number) {
        return FIRST.plus(Duration.ofMinutes(number)).toString();
    }

    private static MultivaluedMap<String, String> parameters(
            Map<String, String> asked, String... more) {
        MultivaluedHashMap<String, String> all = new MultivaluedHashMap<>(asked);
        for (int i = 0; i < more.length; i += 2) {
            all.putSingle(more[i], more[i + 1]);
        }
        return all;
    }
}
