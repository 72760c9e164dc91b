package io.sillok.queryapi.catalog.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.SearchRequest;

/// Searches as OpenSearch wants them. Stateless.
final class SearchRequests {

    static final String MEDIA_TYPE = "media_type";
    static final String CATEGORY = "category_id";
    static final String VALUES = "values";

    private static final int MOST_VALUES = 50;
    private static final String CANCELLED_AFTER = "3s";

    private SearchRequests() {}

    static SearchRequest of(String index, SearchQuery query) {
        Query matching = TextQuery.matching(query.words());
        var request =
                new SearchRequest.Builder()
                        .index(index)
                        .query(q -> q.bool(b -> b.must(matching).filter(everywhere(query))))
                        .postFilter(all(Stream.of(mediaType(query), category(query))))
                        .aggregations(MEDIA_TYPE, facet(MEDIA_TYPE, category(query)))
                        .aggregations(CATEGORY, facet(CATEGORY, mediaType(query)))
                        .sort(query.sort().options())
                        .size(query.paging().size() + 1)
                        .trackTotalHits(t -> t.enabled(true))
                        .source(s -> s.filter(f -> f.excludes("text", "state")))
                        .highlight(HighlightRequest.of(query.words()))
                        .cancelAfterTimeInterval(t -> t.time(CANCELLED_AFTER));
        return query.cursor()
                .map(cursor -> request.searchAfter(cursor.values()))
                .orElseGet(() -> request.from(Math.toIntExact(query.paging().offset())))
                .build();
    }

    /// What holds for the results and for every count beside them. Only clean files are ever found.
    private static List<Query> everywhere(SearchQuery query) {
        return List.of(
                term("status", FieldValue.of("clean")),
                term("withdrawn", FieldValue.FALSE),
                created(query.from(), query.to()));
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

    private static Optional<Query> mediaType(SearchQuery query) {
        return query.mediaType().map(type -> term(MEDIA_TYPE, FieldValue.of(type)));
    }

    private static Optional<Query> category(SearchQuery query) {
        return query.category().map(id -> term(CATEGORY, FieldValue.of(id.toString())));
    }

    /// Counts the values of a field as if that field were not asked for.
    private static Aggregation facet(String field, Optional<Query> others) {
        return Aggregation.of(
                a ->
                        a.filter(all(others.stream().map(Optional::of)))
                                .aggregations(
                                        VALUES,
                                        v -> v.terms(t -> t.field(field).size(MOST_VALUES))));
    }

    private static Query all(Stream<Optional<Query>> queries) {
        return Query.of(q -> q.bool(b -> b.filter(queries.flatMap(Optional::stream).toList())));
    }

    private static Query term(String field, FieldValue value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }
}
