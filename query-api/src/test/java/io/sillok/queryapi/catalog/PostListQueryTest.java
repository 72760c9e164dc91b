package io.sillok.queryapi.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sillok.platform.web.http.Total;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.http.Cursor;
import io.sillok.queryapi.lists.ListQuery;
import io.sillok.queryapi.lists.Place;
import io.sillok.queryapi.lists.SearchedWords;
import io.sillok.schemas.catalog.PostId;
import io.sillok.schemas.catalog.PostResource;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PostListQueryTest {

    private static final PostResource LAST =
            new PostResource(
                    new PostId(new UUID(1, 2)),
                    3,
                    "첫날",
                    "<p>글</p>",
                    "olga",
                    Instant.parse("2026-01-01T00:00:00.000001Z"),
                    Instant.parse("2026-01-02T00:00:00Z"));

    @Test
    void isTheNewestByDefault() {
        ListQuery<PostFilter, PostResource> query = query(Map.of());

        assertThat(query.order().word()).isEqualTo("-created_at");
        assertThat(query.filter().author()).isEmpty();
        assertThat(query.filter().search().folded()).isEmpty();
    }

    @Test
    void foldsTheWordsItSearches() {
        SearchedWords words = query(Map.of("search", " ＡＩ  50% ")).filter().search();

        assertThat(words.folded()).isEqualTo("ai 50%");
        assertThat(words.patterns()).containsExactly("%ai%", "%50\\%%");
    }

    @ParameterizedTest
    @CsvSource({
        "created_at, 2026-01-01T00:00:00.000001Z",
        "-created_at, 2026-01-01T00:00:00.000001Z",
        "updated_at, 2026-01-02T00:00:00Z",
        "-updated_at, 2026-01-02T00:00:00Z",
        "title, 첫날",
        "-title, 첫날"
    })
    void goesOnBehindTheLastInEveryOrder(String word, String key) {
        ListQuery<PostFilter, PostResource> first = query(Map.of("sort", word, "size", "5"));
        ListQuery<PostFilter, PostResource> next =
                query(Map.of("cursor", first.after(LAST, Total.exactly(40)), "size", "5"));

        assertThat(next.order().word()).isEqualTo(word);
        assertThat(next.from())
                .contains(new Place(word, List.of(key), LAST.id().value(), 5, Total.exactly(40)));
        assertThat(next.paging().page()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"sort, colour", "from, today", "to, tomorrow", "size, 0", "cursor, x"})
    void refusesWhatItDoesNotUnderstand(String name, String value) {
        refused(Map.of(name, value));
    }

    @ParameterizedTest
    @CsvSource({"created_at, yesterday", "updated_at, 1", "colour, red"})
    void refusesAPlaceThatIsNone(String sort, String key) {
        refused(
                Map.of(
                        "cursor",
                        Cursor.write(
                                new Place(
                                        sort, List.of(key), new UUID(1, 2), 5, Total.exactly(9)))));
    }

    @Test
    void refusesThePlaceOfAnotherOrder() {
        String cursor = query(Map.of()).after(LAST, Total.exactly(1));

        refused(Map.of("cursor", cursor, "sort", "title"));
    }

    private static void refused(Map<String, String> parameters) {
        assertThatThrownBy(() -> query(parameters))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code().name()).isEqualTo("E4001"));
    }

    private static ListQuery<PostFilter, PostResource> query(Map<String, String> parameters) {
        return PostQueries.asked(new MultivaluedHashMap<>(parameters));
    }
}
