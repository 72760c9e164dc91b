package io.sillok.queryapi.catalog.search;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.sillok.platform.web.http.Total;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.catalog.search.SearchResults.Facet;
import io.sillok.queryapi.engines.SearchEngine;
import io.sillok.queryapi.http.Cursor;
import io.sillok.queryapi.http.Listing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.aggregations.Aggregate;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.SearchResponse;
import org.opensearch.client.opensearch.core.search.Hit;
import org.opensearch.client.opensearch.core.search.HitsMetadata;
import org.opensearch.client.opensearch.core.search.TotalHits;
import org.opensearch.client.opensearch.core.search.TotalHitsRelation;

/// Finds what the catalog holds, and talents, by their words. Thread-safe.
public final class CatalogSearch {

    private final SearchEngine engine;
    private final Snapshots snapshots;
    private final List<String> indices;

    public CatalogSearch(SearchEngine engine) {
        this.engine = engine;
        this.indices =
                Stream.of(FoundType.values()).map(FoundType::index).map(engine::name).toList();
        this.snapshots = new Snapshots(engine, indices);
    }

    /// Searches now, or in the snapshot that a cursor goes on in.
    ///
    /// @throws ProblemException when the search engine does not answer, or the snapshot is gone
    SearchResults find(SearchQuery query) {
        SearchQuery asked = query.beginsSnapshot() ? query.in(snapshots.open()) : query;
        SearchResponse<FoundDocument> found =
                search(asked, SearchRequests.results(indices, asked), FoundDocument.class);
        SearchResponse<Void> counted =
                search(asked, SearchRequests.facets(indices, asked), Void.class);
        Listing<Hit<FoundDocument>> hits = part(asked, found.hits());
        if (!hits.hasNext()) {
            asked.snapshot().ifPresent(snapshots::close);
        }
        return SearchResults.of(
                hits.map(CatalogSearch::hit),
                facets(counted.aggregations()),
                !Boolean.TRUE.equals(counted.terminatedEarly()));
    }

    /// What somebody may be about to type.
    List<Suggestion> suggest(SuggestQuery query) {
        return engine
                .ask(client -> client.search(SuggestRequests.of(indices, query), Suggestion.class))
                .hits()
                .hits()
                .stream()
                .map(hit -> requireNonNull(hit.source()))
                .toList();
    }

    private <T> SearchResponse<T> search(SearchQuery query, SearchRequest request, Class<T> type) {
        return engine.ask(
                client -> snapshots.during(query.snapshot(), () -> client.search(request, type)));
    }

    /// Where the engine cannot be asked for one more, only the count says whether there is.
    private static Listing<Hit<FoundDocument>> part(
            SearchQuery query, HitsMetadata<FoundDocument> hits) {
        Total total = total(hits.total());
        Function<Hit<FoundDocument>, String> after =
                last -> Cursor.write(SearchCursor.after(query, last.sort()));
        return query.isCutOff()
                ? Listing.part(query.paging(), hits.hits(), !total.isExact(), total, after)
                : Listing.cut(query.paging(), hits.hits(), total, after);
    }

    private static Total total(@Nullable TotalHits hits) {
        return hits == null
                ? Total.atLeast(0)
                : new Total(hits.value(), hits.relation() == TotalHitsRelation.Eq);
    }

    private static SearchHit hit(Hit<FoundDocument> hit) {
        FoundDocument document = requireNonNull(hit.source());
        return document.asHit(Optional.ofNullable(hit.score()), Highlights.of(hit.highlight()));
    }

    private static Map<String, List<Facet>> facets(Map<String, Aggregate> counts) {
        return SearchRequests.FACETS.stream()
                .collect(toUnmodifiableMap(field -> field, field -> facet(counts, field)));
    }

    private static List<Facet> facet(Map<String, Aggregate> counts, String field) {
        return requireNonNull(
                        requireNonNull(counts.get(field))
                                .filter()
                                .aggregations()
                                .get(SearchRequests.VALUES))
                .sterms()
                .buckets()
                .array()
                .stream()
                .map(value -> new Facet(value.key(), value.docCount()))
                .toList();
    }
}
