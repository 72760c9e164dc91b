package io.sillok.queryapi.catalog.search;

import io.sillok.platform.web.http.Page;
import io.sillok.queryapi.http.Linked;
import io.sillok.queryapi.http.Listing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A part of the results.
///
/// @param facets how many results there would be for each value of `type`, `media_type` and
///   `category_id`, if only that value were asked for and all else stayed
/// @param facetsAreExact false when there are so many results that not all were counted
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
        Map<String, List<Facet>> facets,
        @Schema(description = "false when only the first 10,000 of a type were counted")
                boolean facetsAreExact)
        implements Linked {

    public SearchResults {
        items = List.copyOf(items);
        facets = Map.copyOf(facets);
    }

    /// One value and how often it comes.
    public record Facet(String value, long count) {}

    static SearchResults of(
            Listing<SearchHit> part, Map<String, List<Facet>> facets, boolean facetsAreExact) {
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
                facets,
                facetsAreExact);
    }

    @Override
    public Page<SearchHit> part() {
        return new Page<>(items, total, totalIsExact, page, size, pages, hasNext, hasPrev);
    }
}
