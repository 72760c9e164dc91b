package io.sillok.queryapi.catalog;

import io.dropwizard.auth.Auth;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.queryapi.consistency.Reads;
import io.sillok.queryapi.consistency.View;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/// Pictures of the first pages of learning materials.
@Path(Api.BASE + "/materials/{id}/thumbnail")
@Tag(name = "catalog")
public final class ThumbnailResource {

    private final MaterialFiles files;

    ThumbnailResource(MaterialFiles files) {
        this.files = files;
    }

    @GET
    @Reads(View.MATERIALS)
    @Operation(
            operationId = "getThumbnail",
            summary = "A picture of the first page of a clean material")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MaterialFiles.PNG,
                            schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "304", description = "the caller has this picture already")
    public Response thumbnail(
            @Auth Caller caller, @PathParam("id") String id, @Context HttpHeaders headers) {
        return files.answers().of(files.thumbnail(caller, id), headers);
    }

    @HEAD
    @Reads(View.MATERIALS)
    @Operation(operationId = "describeThumbnail", summary = "What the picture would be like")
    public Response describe(
            @Auth Caller caller, @PathParam("id") String id, @Context HttpHeaders headers) {
        return files.answers().describing(files.thumbnail(caller, id), headers);
    }
}
