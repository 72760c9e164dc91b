package io.sillok.queryapi.catalog.search;

import io.sillok.platform.web.http.Page;
import io.sillok.queryapi.http.Linked;
import io.sillok.queryapi.http.Listing;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A part of the results.
///
/// @param facets how many results there would be for each value of `type`, `media_type` and
///   `category_id`, if only that value were asked for and all else stayed
public record SearchResults(
        List<SearchHit> items,
        long total,
        boolean totalIsExact,
        long page,
        int size,
        long pages,
        boolean hasNext,
        boolean hasPrev,
        Optional<String> nextCursor,
        Map<String, List<Facet>> facets)
        implements Linked {

    public SearchResults {
        items = List.copyOf(items);
        facets = Map.copyOf(facets);
    }

    /// One value and how often it comes.
    public record Facet(String value, long count) {}

    static SearchResults of(Listing<SearchHit> part, Map<String, List<Facet>> facets) {
        return new SearchResults(
                part.items(),
                part.total(),
                part.totalIsExact(),
                part.page(),
                part.size(),
                part.pages(),
                part.hasNext(),
                part.hasPrev(),
                part.nextCursor(),
                facets);
    }

    @Override
    public Page<SearchHit> part() {
        return new Page<>(items, total, totalIsExact, page, size, pages, hasNext, hasPrev);
    }
}
