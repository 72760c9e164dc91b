package io.sillok.queryapi.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.http.Cursor;
import io.sillok.schemas.wire.Json;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensearch.client.opensearch.core.SearchRequest;

final class SearchRequestsTest {

    @Test
    void findsOnlyWhatIsCleanAndNotWithdrawn() throws IOException {
        JsonNode filter = request(Map.of("q", "자료")).at("/query/bool/filter");
        assertThat(filter.at("/0/term/withdrawn/value").asBoolean(true)).isFalse();
        assertThat(filter.at("/1/bool/should/0/term/status/value").asText()).isEqualTo("clean");
        assertThat(filter.at("/1/bool/should/1/bool/must_not/0/exists/field").asText())
                .isEqualTo("status");
        assertThat(filter.at("/1/bool/minimum_should_match").asText()).isEqualTo("1");
    }

    @Test
    void countsEachFacetAsIfItWereNotChosen() throws IOException {
        Map<String, String> asked =
                Map.of(
                        "q",
                        "자료",
                        "media_type",
                        "application/pdf",
                        "category_id",
                        "0190a000-0000-7000-8000-000000000001");
        assertThat(request(asked).at("/query/bool/filter")).hasSize(4);
        JsonNode request = json(SearchRequests.facets(List.of("materials"), query(asked)));
        assertThat(request.at("/query/bool/filter")).hasSize(3);
        assertThat(request.at("/aggregations/type/filter/bool/filter")).hasSize(2);
        assertThat(request.at("/aggregations/media_type/filter").toString())
                .contains("category_id")
                .doesNotContain("application/pdf");
        assertThat(request.at("/aggregations/category_id/filter").toString())
                .contains("application/pdf")
                .doesNotContain("0190a000");
    }

    @Test
    void looksAtNoMoreThanItCounts() throws IOException {
        Map<String, String> asked = Map.of("q", "자료");
        assertThat(request(asked).path("track_total_hits").asInt()).isEqualTo(10_000);
        assertThat(request(asked).has("aggregations")).isFalse();
        JsonNode facets = json(SearchRequests.facets(List.of("materials"), query(asked)));
        assertThat(facets.path("terminate_after").asInt()).isEqualTo(10_000);
        assertThat(facets.path("size").asInt(-1)).isZero();
    }

    @Test
    void neverUsesASyntax() throws IOException {
        assertThat(request(Map.of("q", "title:x AND (y* OR /z/)")).toString())
                .doesNotContain("query_string");
    }

    @Test
    void breaksTiesById() throws IOException {
        for (SearchSort sort : SearchSort.values()) {
            JsonNode sorts = request(Map.of("q", "x", "sort", word(sort))).at("/sort");
            assertThat(sorts.get(sorts.size() - 1).has("id")).isTrue();
        }
    }

    @Test
    void escapesHighlights() throws IOException {
        JsonNode highlight = request(Map.of("q", "x")).at("/highlight");
        assertThat(highlight.at("/encoder").asText()).isEqualTo("html");
        assertThat(highlight.at("/pre_tags/0").asText()).isEqualTo("<em>");
    }

    @Test
    void goesOnAfterACursor() throws IOException {
        String cursor =
                Cursor.write(
                        new SearchCursor(
                                SearchSort.RELEVANCE,
                                "1.5",
                                UUID.randomUUID(),
                                20,
                                Optional.empty()));
        JsonNode request = request(Map.of("q", "x", "cursor", cursor));
        assertThat(request.at("/search_after/0").asDouble()).isEqualTo(1.5);
        assertThat(request.has("from")).isFalse();
    }

    @Test
    void goesOnInItsSnapshot() throws IOException {
        String cursor =
                Cursor.write(
                        new SearchCursor(
                                SearchSort.RELEVANCE,
                                "1.5",
                                UUID.randomUUID(),
                                20,
                                Optional.of("then")));
        assertThat(request(Map.of("q", "x", "cursor", cursor)).at("/pit/id").asText())
                .isEqualTo("then");
        assertThat(SearchQuery.of(new MultivaluedHashMap<>(Map.of("q", "x", "cursor", "*"))))
                .matches(SearchQuery::beginsSnapshot);
    }

    @Test
    void takesInitialConsonantsForWhatTheyAre() throws IOException {
        assertThat(request(Map.of("q", "ㅅㅇㅅㅇ")).toString())
                .contains("\"initials\":{")
                .doesNotContain("\"jamo\":{");
        assertThat(request(Map.of("q", "신입")).toString())
                .contains("\"jamo\":{")
                .doesNotContain("\"initials\":{");
    }

    @ParameterizedTest
    @CsvSource({
        "q, '', E4002",
        "sort, random, E4001",
        "type, booking, E4001",
        "category_id, x, E4001",
        "from, x, E4001",
        "page, 2000, E4001",
        "cursor, x, E4001"
    })
    void refusesWhatItDoesNotUnderstand(String parameter, String value, String code) {
        var query = new HashMap<>(Map.of("q", "x", "size", "100"));
        query.put(parameter, value);
        assertThatThrownBy(() -> request(query))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code().name()).isEqualTo(code));
    }

    @Test
    void refusesALongQuery() {
        assertThatThrownBy(() -> request(Map.of("q", "가".repeat(1_001))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().reason()).isEqualTo("query-too-long"));
    }

    private static String word(SearchSort sort) {
        return switch (sort) {
            case RELEVANCE -> "relevance";
            case NEWEST -> "-created_at";
            case OLDEST -> "created_at";
            case TITLE -> "title";
            case TITLE_REVERSED -> "-title";
        };
    }

    private static JsonNode request(Map<String, String> asked) throws IOException {
        return json(SearchRequests.results(List.of("materials"), query(asked)));
    }

    private static SearchQuery query(Map<String, String> asked) {
        return SearchQuery.of(new MultivaluedHashMap<>(asked));
    }

    private static JsonNode json(SearchRequest request) throws IOException {
        return Json.tree(request.toJsonString().getBytes(StandardCharsets.UTF_8));
    }
}
