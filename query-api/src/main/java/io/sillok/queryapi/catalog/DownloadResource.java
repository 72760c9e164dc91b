package io.sillok.queryapi.catalog;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.HEADER;

import io.dropwizard.auth.Auth;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.queryapi.consistency.Reads;
import io.sillok.queryapi.consistency.View;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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

/// The files of learning materials.
@Path(Api.BASE + "/materials/{id}/download")
@Tag(name = "catalog")
public final class DownloadResource {

    private final MaterialFiles files;

    DownloadResource(MaterialFiles files) {
        this.files = files;
    }

    @GET
    @Reads(View.MATERIALS)
    @Operation(
            operationId = "downloadMaterial",
            summary = "The file of a clean material, whole or in ranges",
            description = "A file that is not clean is never handed out: 409, file-not-clean.",
            parameters = {
                @Parameter(in = HEADER, name = "Range", example = "bytes=0-1023"),
                @Parameter(in = HEADER, name = "If-Range"),
                @Parameter(in = HEADER, name = "If-None-Match")
            })
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "206",
            description = "the ranges asked for; several as multipart/byteranges")
    @ApiResponse(responseCode = "304", description = "the caller has these bytes already")
    @ApiResponse(responseCode = "416", description = "no byte asked for exists")
    public Response download(
            @Auth Caller caller, @PathParam("id") String id, @Context HttpHeaders headers) {
        return files.answers().of(files.file(caller, id), headers);
    }

    @HEAD
    @Reads(View.MATERIALS)
    @Operation(operationId = "describeDownload", summary = "What a download would be like")
    public Response describe(
            @Auth Caller caller, @PathParam("id") String id, @Context HttpHeaders headers) {
        return files.answers().describing(files.file(caller, id), headers);
    }
}
