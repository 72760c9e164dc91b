package io.sillok.queryapi.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.web.http.Paging;
import io.sillok.queryapi.stage.AtScale;
import io.sillok.queryapi.stage.Client;
import io.sillok.queryapi.stage.Client.Answer;
import io.sillok.queryapi.stage.Figures;
import io.sillok.queryapi.stage.Scale;
import io.sillok.queryapi.stage.Stage;
import io.sillok.queryapi.stage.StandIns;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Search in very many items, posts and talents: how deep it goes, and how long it takes.
@AtScale(data = Catalog.class, usually = "0.1")
final class SearchAtScaleIT {

    /// Beyond what can be asked for by number.
    private static final int DEEP = Paging.DEEPEST + 500;

    private final Scale scale;
    private final Stage stage;
    private final Figures figures;
    private final Client reader;

    SearchAtScaleIT(Scale scale, Stage stage, Figures figures) {
        this.scale = scale;
        this.stage = stage;
        this.figures = figures;
        this.reader = stage.user("rita");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-created_at", "created_at", "relevance"})
    void isFollowedDeeperThanNumbersGoWhileDocumentsAreAdded(String sort) {
        List<String> ids = new ArrayList<>();
        List<Instant> times = new ArrayList<>();
        String cursor = sort.equals("relevance") ? "*" : "";
        while (ids.size() < DEEP) {
            Answer part = part(sort, cursor);
            ids.addAll(part.items("id"));
            part.items("created_at").stream().map(Instant::parse).forEach(times::add);
            cursor = part.cursor().orElseThrow();
            if (ids.size() % 1_000 == 0) {
                add(ids.size());
            }
        }

        assertThat(ids).doesNotHaveDuplicates();
        if (sort.equals("created_at")) {
            assertThat(times).isSorted();
        } else if (sort.equals("-created_at")) {
            assertThat(times).isSortedAccordingTo(Comparator.reverseOrder());
        }
    }

    /// Asks again while the search engine is too busy, as anybody would.
    private Answer part(String sort, String cursor) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () ->
                                reader.get(
                                        "/search", "q", "중고", "sort", sort, "size", "100", "cursor",
                                        cursor),
                        answer -> answer.status() != 503);
    }

    @Test
    void saysWhereToGoOnWhereNumbersEnd() {
        Answer deepest = reader.get("/search", "q", "중고", "page", "500");
        Answer beyond = reader.get("/search", "q", "중고", "page", "501");

        assertThat(deepest.items("id")).hasSize(20);
        assertThat(deepest.json().path("total_is_exact").asBoolean(true)).isFalse();
        assertThat(deepest.json().path("facets_are_exact").asBoolean(true)).isFalse();
        assertThat(deepest.json().path("has_next").asBoolean()).isTrue();
        String cursor = deepest.cursor().orElseThrow();
        assertThat(deepest.header("Link")).contains("cursor=" + cursor);
        assertThat(reader.get("/search", "q", "중고", "cursor", cursor).items("id"))
                .hasSize(20)
                .doesNotContainAnyElementsOf(deepest.items("id"));
        assertThat(beyond.problem()).isEqualTo("E4001 invalid-field");
    }

    @Test
    void answersThisFast() {
        try {
            ask();
        } finally {
            figures.print();
        }
    }

    private void ask() {
        ask("search: a word of many", "/search", i -> List.of("q", Catalog.thing(i)));
        ask("search: a word of most", "/search", _ -> List.of("q", "중고"));
        ask(
                "search: a word and a number",
                "/search",
                i -> List.of("q", "자전거 " + Catalog.numberOf(2, i)));
        ask("search: three words", "/search", i -> List.of("q", "여행 일정을 적는 " + i));
        ask("search: a mistyped word", "/search", _ -> List.of("q", "노트묵"));
        ask("search: initial consonants", "/search", _ -> List.of("q", "ㄴㅌㅂ"));
        ask(
                "search: of a type, the newest",
                "/search",
                _ -> List.of("q", "카메라", "type", "item", "sort", "-created_at"));
        ask("search: a name", "/search", i -> List.of("q", "하늘 " + i));
        ask("suggest: a beginning", "/search/suggest", _ -> List.of("q", "자전"));
        ask("suggest: initial consonants", "/search/suggest", _ -> List.of("q", "ㅈㅈㄱ"));
        ask("suggest: one letter", "/search/suggest", _ -> List.of("q", "ㅈ"));
        ask("suggest: how most begin", "/search/suggest", _ -> List.of("q", "중고"));
    }

    private void ask(String what, String path, IntFunction<List<String>> query) {
        figures.measure(
                scale,
                what,
                i -> {
                    Answer answer = reader.get(path, query.apply(i).toArray(String[]::new));
                    assertThat(answer.items("title")).as(what).isNotEmpty();
                    return answer;
                });
    }

    /// One more of what is searched for, at either end.
    private void add(int number) {
        try (StandIns indices = Catalog.indices(stage)) {
            indices.add("items", Catalog.item(-5 * number));
            indices.add("items", Catalog.item(scale.items() + 5 * number));
        }
    }
}
