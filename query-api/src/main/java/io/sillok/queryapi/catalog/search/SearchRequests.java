package io.sillok.queryapi.catalog.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.SearchType;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.search.Pit;

/// Searches as OpenSearch wants them. Stateless.
final class SearchRequests {

    static final String TYPE = "type";
    static final String MEDIA_TYPE = "media_type";
    static final String CATEGORY = "category_id";
    static final List<String> FACETS = List.of(TYPE, MEDIA_TYPE, CATEGORY);
    static final String VALUES = "values";

    private static final int MOST_VALUES = 50;
    private static final String CANCELLED_AFTER = "3s";

    private SearchRequests() {}

    /// Asks for a part of the results, the best of them: what cannot be among them is not looked at
    /// once more than [SearchQuery#COUNTED] were found.
    ///
    /// @param indices that are searched now, unless the search goes on in a snapshot
    static SearchRequest results(List<String> indices, SearchQuery query) {
        Query matching = TextQuery.matching(query.words());
        List<Query> filters = everywhere(query);
        filters.addAll(chosen(query).values());
        var request =
                in(indices, query)
                        .query(q -> q.bool(b -> b.must(matching).filter(filters)))
                        .searchType(SearchType.DfsQueryThenFetch)
                        .sort(query.sort().options())
                        .size(query.window())
                        .trackTotalHits(t -> t.count(SearchQuery.COUNTED))
                        .source(s -> s.filter(f -> f.excludes("text", "state", "initials", "jamo")))
                        .highlight(HighlightRequest.of(query.words()));
        return query.cursor()
                .map(cursor -> request.searchAfter(cursor.values()))
                .orElseGet(() -> request.from(Math.toIntExact(query.paging().offset())))
                .build();
    }

    /// Asks for the facets, which are counted in the first [SearchQuery#COUNTED] results of each
    /// type, as the index has them.
    ///
    /// @param indices that are searched now, unless the search goes on in a snapshot
    static SearchRequest facets(List<String> indices, SearchQuery query) {
        Query matching = TextQuery.matching(query.words());
        List<Query> filters = everywhere(query);
        filters.addFirst(matching);
        return in(indices, query)
                .query(all(filters.stream()))
                .aggregations(facets(chosen(query)))
                .size(0)
                .trackTotalHits(t -> t.enabled(false))
                .terminateAfter((long) SearchQuery.COUNTED)
                .build();
    }

    private static SearchRequest.Builder in(List<String> indices, SearchQuery query) {
        var request =
                new SearchRequest.Builder().cancelAfterTimeInterval(t -> t.time(CANCELLED_AFTER));
        return query.snapshot()
                .map(SearchRequests::pointInTime)
                .map(request::pit)
                .orElseGet(() -> request.index(indices));
    }

    static Query term(String field, String value) {
        return term(field, FieldValue.of(value));
    }

    /// What holds for everything that anybody may find: it was not withdrawn, and a file is clean.
    static List<Query> findable() {
        Query clean = term("status", "clean");
        Query noFile = Query.of(q -> q.bool(b -> b.mustNot(n -> n.exists(e -> e.field("status")))));
        return List.of(
                term("withdrawn", FieldValue.FALSE),
                Query.of(q -> q.bool(b -> b.should(clean, noFile).minimumShouldMatch("1"))));
    }

    /// What holds for the results and for every count beside them.
    private static List<Query> everywhere(SearchQuery query) {
        List<Query> filters = new ArrayList<>(findable());
        if (query.from().isPresent() || query.to().isPresent()) {
            filters.add(created(query.from(), query.to()));
        }
        return filters;
    }

    private static Pit pointInTime(String snapshot) {
        return Pit.of(p -> p.id(snapshot).keepAlive(Snapshots.KEPT));
    }

    private static Query created(Optional<Instant> from, Optional<Instant> to) {
        return Query.of(
                q ->
                        q.range(
                                range -> {
                                    range.field("created_at");
                                    from.ifPresent(t -> range.gte(JsonData.of(t.toString())));
                                    to.ifPresent(t -> range.lt(JsonData.of(t.toString())));
                                    return range;
                                }));
    }

    private static Map<String, Query> chosen(SearchQuery query) {
        Map<String, Query> chosen = new LinkedHashMap<>();
        query.type().ifPresent(t -> chosen.put(TYPE, term(TYPE, t.word())));
        query.mediaType().ifPresent(t -> chosen.put(MEDIA_TYPE, term(MEDIA_TYPE, t)));
        query.category().ifPresent(id -> chosen.put(CATEGORY, term(CATEGORY, id.toString())));
        return chosen;
    }

    private static Map<String, Aggregation> facets(Map<String, Query> chosen) {
        Map<String, Aggregation> facets = new LinkedHashMap<>();
        FACETS.forEach(field -> facets.put(field, facet(field, chosen)));
        return facets;
    }

    /// Counts the values of a field as if that field were not asked for.
    private static Aggregation facet(String field, Map<String, Query> chosen) {
        Stream<Query> others =
                chosen.entrySet().stream()
                        .filter(choice -> !choice.getKey().equals(field))
                        .map(Map.Entry::getValue);
        return Aggregation.of(
                a ->
                        a.filter(all(others))
                                .aggregations(
                                        VALUES,
                                        v -> v.terms(t -> t.field(field).size(MOST_VALUES))));
    }

    private static Query all(Stream<Query> queries) {
        return Query.of(q -> q.bool(b -> b.filter(queries.toList())));
    }

    private static Query term(String field, FieldValue value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }
}
