package io.sillok.queryapi.catalog;

import io.sillok.platform.web.Api;
import io.sillok.queryapi.cache.ResourceCache;
import io.sillok.queryapi.consistency.Freshness;
import io.sillok.queryapi.consistency.Reads;
import io.sillok.queryapi.consistency.View;
import io.sillok.queryapi.http.AsOf;
import io.sillok.queryapi.http.Listing;
import io.sillok.queryapi.http.Moment;
import io.sillok.queryapi.http.NotFound;
import io.sillok.queryapi.http.Paged;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.catalog.CategoryResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/// The categories of the library.
@Path(Api.BASE + "/categories")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalog")
public final class CategoriesResource {

    private static final String KIND = "category";

    private final CategoryQueries categories;
    private final ResourceCache<CategoryResource> cache;
    private final PastCatalog past;

    CategoriesResource(
            CategoryQueries categories, ResourceCache<CategoryResource> cache, PastCatalog past) {
        this.categories = categories;
        this.cache = cache;
        this.past = past;
    }

    @GET
    @Reads(View.CATEGORIES)
    @Paged
    @Operation(operationId = "listCategories", summary = "The categories in use, by name")
    public Listing<CategoryResource> list(@Context UriInfo request) {
        return categories.list(CategoryQueries.asked(request.getQueryParameters()));
    }

    @GET
    @Path("/{id}")
    @Reads(View.CATEGORIES)
    @AsOf
    @Operation(operationId = "getCategory", summary = "One category, also when it is archived")
    public CategoryResource one(
            @PathParam("id") String text, @Context UriInfo request, @Context HttpHeaders headers) {
        CategoryId id = new CategoryId(NotFound.id(KIND, text));
        return Moment.of(request)
                .read(
                        () -> now(id, headers),
                        time -> past.category(id, time).then().map(CategoryResource::of))
                .orElseThrow(NotFound.of(KIND));
    }

    private Optional<CategoryResource> now(CategoryId id, HttpHeaders headers) {
        return cache.find(id.value(), Freshness.isAskedFor(headers), () -> categories.find(id));
    }
}
