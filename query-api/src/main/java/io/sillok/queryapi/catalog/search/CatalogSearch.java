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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.aggregations.Aggregate;
import org.opensearch.client.opensearch.core.SearchResponse;
import org.opensearch.client.opensearch.core.search.Hit;
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
        SearchResponse<FoundDocument> found = search(asked);
        Listing<Hit<FoundDocument>> hits =
                Listing.cut(
                        asked.paging(),
                        found.hits().hits(),
                        total(found.hits().total()),
                        last -> Cursor.write(SearchCursor.after(asked, last.sort())));
        if (!hits.hasNext()) {
            asked.snapshot().ifPresent(snapshots::close);
        }
        return SearchResults.of(hits.map(CatalogSearch::hit), facets(found.aggregations()));
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

    private SearchResponse<FoundDocument> search(SearchQuery query) {
        return engine.ask(
                client ->
                        snapshots.during(
                                query.snapshot(),
                                () ->
                                        client.search(
                                                SearchRequests.of(indices, query),
                                                FoundDocument.class)));
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
