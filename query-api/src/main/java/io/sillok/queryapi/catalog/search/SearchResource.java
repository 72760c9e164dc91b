package io.sillok.queryapi.catalog.search;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.sillok.platform.web.Api;
import io.sillok.queryapi.consistency.Reads;
import io.sillok.queryapi.consistency.View;
import io.sillok.queryapi.http.Paged;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/// Search across everything that can be read by everybody who is signed in: of files only clean
/// ones are ever found.
@Path(Api.BASE + "/search")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalog")
public final class SearchResource {

    private final CatalogSearch search;

    public SearchResource(CatalogSearch search) {
        this.search = search;
    }

    @GET
    @Reads({View.MATERIALS_SEARCH, View.ITEMS_SEARCH, View.POSTS_SEARCH, View.TALENTS_SEARCH})
    @Paged
    @Operation(
            operationId = "search",
            summary =
                    "Search in materials with the text inside the files, items, posts and talents",
            description =
                    "Words may be Korean or not, inflected, inside compounds, beginnings of words or"
                            + " misspelt; nothing in q is syntax. Up to two words must all match, of"
                            + " more three in four. Only the first 12 words count. Highlights are"
                            + " HTML, escaped but for <em>. Titles are also found by their initial"
                            + " consonants. The title of a talent is the name. Up to 10,000 results"
                            + " are counted, and facets in the first 10,000 of each type;"
                            + " total_is_exact and facets_are_exact are false when there are more."
                            + " Following next_cursor in an order of time or title"
                            + " neither repeats nor misses what was there; begun with cursor=* the"
                            + " same holds for relevance, because all parts then come from one"
                            + " snapshot, which is kept for two minutes after each part.",
            parameters = {
                @Parameter(
                        in = QUERY,
                        name = "q",
                        required = true,
                        description = "1 to 1000 characters"),
                @Parameter(
                        in = QUERY,
                        name = "type",
                        description = "material, item, post or talent"),
                @Parameter(in = QUERY, name = "media_type", example = "application/pdf"),
                @Parameter(in = QUERY, name = "category_id"),
                @Parameter(
                        in = QUERY,
                        name = "from",
                        description = "RFC 3339: created at or after"),
                @Parameter(in = QUERY, name = "to", description = "RFC 3339: created before"),
                @Parameter(
                        in = QUERY,
                        name = "sort",
                        description =
                                "relevance (default), created_at, title; a minus before the latter"
                                        + " two reverses")
            })
    @ApiResponse(
            responseCode = "200",
            description = "a part of the results",
            useReturnTypeSchema = true)
    public SearchResults search(@Context UriInfo request) {
        return search.find(SearchQuery.of(request.getQueryParameters()));
    }

    @GET
    @Path("/suggest")
    @Reads({View.MATERIALS_SEARCH, View.ITEMS_SEARCH, View.POSTS_SEARCH, View.TALENTS_SEARCH})
    @Operation(
            operationId = "suggest",
            summary = "Titles that begin, or have a word that begins, with what was typed so far",
            description =
                    "Initial consonants will do (ㅅㅇㅅㅇ for 신입사원), and so will a syllable that is"
                            + " not complete yet. Each title comes once.",
            parameters = {
                @Parameter(
                        in = QUERY,
                        name = "q",
                        required = true,
                        description = "1 to 100 characters"),
                @Parameter(
                        in = QUERY,
                        name = "type",
                        description = "material, item, post or talent"),
                @Parameter(in = QUERY, name = "size", description = "1 to 20, default 8")
            })
    @ApiResponse(responseCode = "200", description = "the best first", useReturnTypeSchema = true)
    public Suggestions suggest(@Context UriInfo request) {
        return new Suggestions(search.suggest(SuggestQuery.of(request.getQueryParameters())));
    }
}
