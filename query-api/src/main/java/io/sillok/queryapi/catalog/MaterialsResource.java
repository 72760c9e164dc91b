package io.sillok.queryapi.catalog;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.dropwizard.auth.Auth;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.queryapi.consistency.Reads;
import io.sillok.queryapi.consistency.View;
import io.sillok.queryapi.http.Listing;
import io.sillok.queryapi.http.NotFound;
import io.sillok.queryapi.http.Paged;
import io.sillok.queryapi.http.Parameters;
import io.sillok.queryapi.http.Versioned;
import io.sillok.schemas.catalog.Material;
import io.sillok.schemas.catalog.MaterialId;
import io.sillok.schemas.catalog.MaterialResource;
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
import java.time.Instant;
import java.util.Optional;

/// The learning materials, without their bytes.
@Path(Api.BASE + "/materials")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalog")
public final class MaterialsResource {

    private static final String KIND = "material";

    private final MaterialQueries materials;
    private final PastCatalog past;

    MaterialsResource(MaterialQueries materials, PastCatalog past) {
        this.materials = materials;
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
    @ApiResponse(
            responseCode = "200",
            description = "a part of the list",
            useReturnTypeSchema = true)
    public Listing<MaterialResource> list(@Auth Caller caller, @Context UriInfo request) {
        return materials.list(MaterialQueries.asked(caller, request.getQueryParameters()));
    }

    @GET
    @Path("/{id}")
    @Reads(View.MATERIALS)
    @Operation(
            operationId = "getMaterial",
            summary = "One material",
            parameters =
                    @Parameter(
                            in = QUERY,
                            name = "as_of",
                            description = "RFC 3339: as it was at that time, from the log"))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MaterialResource.class)))
    @ApiResponse(responseCode = "304", description = "the caller has this version already")
    public Response one(
            @Auth Caller caller,
            @PathParam("id") String text,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        MaterialId id = new MaterialId(NotFound.id(KIND, text));
        Parameters query = new Parameters(uri.getQueryParameters());
        Optional<Instant> asOf = query.time("as_of");
        query.orThrow();
        MaterialResource material =
                asOf.map(time -> asOf(id, time, caller))
                        .orElseGet(() -> now(id, caller))
                        .orElseThrow(NotFound.of(KIND));
        return Versioned.answer(headers, material.version(), material);
    }

    private Optional<MaterialResource> now(MaterialId id, Caller caller) {
        return materials.find(id).filter(row -> row.isVisibleTo(caller)).map(MaterialRow::resource);
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
