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

/// Search across everything that can be read by everybody: only clean files are ever found.
@Path(Api.BASE + "/search")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalog")
public final class SearchResource {

    private final MaterialSearch search;

    public SearchResource(MaterialSearch search) {
        this.search = search;
    }

    @GET
    @Reads(View.MATERIALS_SEARCH)
    @Paged
    @Operation(
            operationId = "search",
            summary = "Full-text search, the text inside the files included",
            description =
                    "Words may be Korean or not, inflected, inside compounds, beginnings of words or"
                            + " misspelt; nothing in q is syntax. Up to two words must all match, of"
                            + " more three in four. Only the first 12 words count. Highlights are"
                            + " HTML, escaped but for <em>.",
            parameters = {
                @Parameter(
                        in = QUERY,
                        name = "q",
                        required = true,
                        description = "1 to 1000 characters"),
                @Parameter(in = QUERY, name = "type", description = "material"),
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
}
