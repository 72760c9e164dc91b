package io.sillok.queryapi.catalog;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.sillok.platform.web.Api;
import io.sillok.queryapi.consistency.Reads;
import io.sillok.queryapi.consistency.View;
import io.sillok.queryapi.http.Listing;
import io.sillok.queryapi.http.NotFound;
import io.sillok.queryapi.http.Paged;
import io.sillok.queryapi.http.Parameters;
import io.sillok.queryapi.http.Versioned;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.catalog.CategoryResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/// The categories of the library.
@Path(Api.BASE + "/categories")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalog")
public final class CategoriesResource {

    private static final String KIND = "category";

    private final CategoryQueries categories;
    private final PastCatalog past;

    CategoriesResource(CategoryQueries categories, PastCatalog past) {
        this.categories = categories;
        this.past = past;
    }

    @GET
    @Reads(View.CATEGORIES)
    @Paged
    @Operation(operationId = "listCategories", summary = "The categories in use, by name")
    @ApiResponse(
            responseCode = "200",
            description = "a part of the list",
            useReturnTypeSchema = true)
    public Listing<CategoryResource> list(@Context UriInfo request) {
        return categories.list(CategoryQueries.asked(request.getQueryParameters()));
    }

    @GET
    @Path("/{id}")
    @Reads(View.CATEGORIES)
    @Operation(
            operationId = "getCategory",
            summary = "One category, also when it is archived",
            parameters =
                    @Parameter(
                            in = QUERY,
                            name = "as_of",
                            description = "RFC 3339: as it was at that time, from the log"))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CategoryResource.class)))
    @ApiResponse(responseCode = "304", description = "the caller has this version already")
    public Response one(
            @PathParam("id") String text, @Context UriInfo uri, @Context HttpHeaders headers) {
        CategoryId id = new CategoryId(NotFound.id(KIND, text));
        Parameters query = new Parameters(uri.getQueryParameters());
        var asOf = query.time("as_of");
        query.orThrow();
        CategoryResource category =
                asOf.map(time -> past.category(id, time).then().map(CategoryResource::of))
                        .orElseGet(() -> categories.find(id))
                        .orElseThrow(NotFound.of(KIND));
        return Versioned.answer(headers, category.version(), category);
    }
}
