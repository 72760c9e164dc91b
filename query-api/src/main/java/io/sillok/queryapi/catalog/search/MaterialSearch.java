package io.sillok.queryapi.catalog.search;

import static java.util.Objects.requireNonNull;

import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.catalog.search.SearchResults.Facet;
import io.sillok.queryapi.engines.SearchEngine;
import io.sillok.queryapi.http.Cursor;
import io.sillok.queryapi.http.Listing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opensearch.client.opensearch._types.aggregations.Aggregate;
import org.opensearch.client.opensearch.core.SearchResponse;
import org.opensearch.client.opensearch.core.search.Hit;

/// Finds materials by their words. Thread-safe.
public final class MaterialSearch {

    private static final String MATERIAL = "material";

    private final SearchEngine engine;
    private final String index;

    public MaterialSearch(SearchEngine engine) {
        this.engine = engine;
        this.index = engine.name("materials");
    }

    /// Searches now.
    ///
    /// @throws ProblemException when the search engine does not answer
    SearchResults find(SearchQuery query) {
        SearchResponse<MaterialDocument> found =
                engine.ask(
                        client ->
                                client.search(
                                        SearchRequests.of(index, query), MaterialDocument.class));
        long total = found.hits().total() == null ? 0 : found.hits().total().value();
        Listing<Hit<MaterialDocument>> hits =
                Listing.cut(
                        query.paging(),
                        found.hits().hits(),
                        total,
                        last -> Cursor.write(after(query, last)));
        return SearchResults.of(hits.map(MaterialSearch::hit), facets(found.aggregations(), total));
    }

    private static SearchCursor after(SearchQuery query, Hit<?> last) {
        return SearchCursor.after(
                query.sort(), last.sort(), query.paging().offset() + query.paging().size());
    }

    private static SearchHit hit(Hit<MaterialDocument> hit) {
        MaterialDocument document = requireNonNull(hit.source());
        return document.asHit(
                MATERIAL, Optional.ofNullable(hit.score()), Highlights.of(hit.highlight()));
    }

    private static Map<String, List<Facet>> facets(Map<String, Aggregate> counts, long total) {
        return Map.of(
                "type",
                List.of(new Facet(MATERIAL, total)),
                SearchRequests.MEDIA_TYPE,
                facet(counts, SearchRequests.MEDIA_TYPE),
                SearchRequests.CATEGORY,
                facet(counts, SearchRequests.CATEGORY));
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
