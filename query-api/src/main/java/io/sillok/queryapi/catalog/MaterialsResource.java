package io.sillok.queryapi.catalog;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.dropwizard.auth.Auth;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.queryapi.cache.ResourceCache;
import io.sillok.queryapi.consistency.Freshness;
import io.sillok.queryapi.consistency.Reads;
import io.sillok.queryapi.consistency.View;
import io.sillok.queryapi.http.AsOf;
import io.sillok.queryapi.http.Listing;
import io.sillok.queryapi.http.Moment;
import io.sillok.queryapi.http.NotFound;
import io.sillok.queryapi.http.Paged;
import io.sillok.schemas.catalog.Material;
import io.sillok.schemas.catalog.MaterialId;
import io.sillok.schemas.catalog.MaterialResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Optional;

/// The learning materials, without their bytes.
@Path(Api.BASE + "/materials")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalog")
public final class MaterialsResource {

    private static final String KIND = "material";

    private final MaterialQueries materials;
    private final ResourceCache<MaterialRow> cache;
    private final PastCatalog past;

    MaterialsResource(
            MaterialQueries materials, ResourceCache<MaterialRow> cache, PastCatalog past) {
        this.materials = materials;
        this.cache = cache;
        this.past = past;
    }

    @GET
    @Reads(View.MATERIALS)
    @Paged
    @Operation(
            operationId = "listMaterials",
            summary = "Materials the caller may see: the clean ones and their own",
            parameters = {
                @Parameter(in = QUERY, name = "category_id"),
                @Parameter(
                        in = QUERY,
                        name = "search",
                        description = "words that title or description hold, up to 200 characters"),
                @Parameter(in = QUERY, name = "status"),
                @Parameter(
                        in = QUERY,
                        name = "sort",
                        description =
                                "created_at, updated_at or title; a minus before it reverses;"
                                        + " default -created_at")
            })
    public Listing<MaterialResource> list(@Auth Caller caller, @Context UriInfo request) {
        return materials.list(MaterialQueries.asked(caller, request.getQueryParameters()));
    }

    @GET
    @Path("/{id}")
    @Reads(View.MATERIALS)
    @AsOf
    @Operation(operationId = "getMaterial", summary = "One material")
    public MaterialResource one(
            @Auth Caller caller,
            @PathParam("id") String text,
            @Context UriInfo request,
            @Context HttpHeaders headers) {
        MaterialId id = new MaterialId(NotFound.id(KIND, text));
        return Moment.of(request)
                .read(() -> now(id, caller, headers), time -> asOf(id, time, caller))
                .orElseThrow(NotFound.of(KIND));
    }

    private Optional<MaterialResource> now(MaterialId id, Caller caller, HttpHeaders headers) {
        return cache.find(id.value(), Freshness.isAskedFor(headers), () -> materials.find(id))
                .filter(row -> row.isVisibleTo(caller))
                .map(MaterialRow::resource);
    }

    /// Who may not see a material today may not see its past either, unless it is their own. What
    /// is forgotten has none.
    private Optional<MaterialResource> asOf(MaterialId id, Instant time, Caller caller) {
        var moments = past.material(id, time);
        boolean mayLook =
                moments.now().filter(now -> !now.isForgotten() && mayLook(now, caller)).isPresent();
        return moments.then()
                .filter(then -> mayLook && !then.withdrawn())
                .map(MaterialResource::of)
                .filter(then -> MaterialRow.isVisible(then, caller));
    }

    private static boolean mayLook(Material now, Caller caller) {
        return now.withdrawn()
                ? now.owner().equals(caller.id()) || MaterialRow.seesAll(caller)
                : MaterialRow.isVisible(MaterialResource.of(now), caller);
    }
}
