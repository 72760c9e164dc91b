package io.sillok.commandapi.catalog;

import io.dropwizard.auth.Auth;
import io.sillok.commandapi.catalog.ResumableUploads.Progress;
import io.sillok.commandapi.catalog.ResumableUploads.Sender;
import io.sillok.commandapi.catalog.tus.Tus;
import io.sillok.commandapi.catalog.tus.TusChecksums;
import io.sillok.commandapi.catalog.tus.TusHeaders;
import io.sillok.platform.blobs.partial.PartialUpload;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.access.Public;
import io.sillok.platform.web.access.Requires;
import io.sillok.platform.web.access.Scopes;
import io.sillok.platform.web.http.PathId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.UUID;

/// Uploading learning materials in pieces, as tus 1.0 describes it. An upload is seen by nobody but
/// who began it.
@Tus
@Path(UploadsResource.PATH)
@Requires(scope = Scopes.CATALOG_WRITE)
@io.swagger.v3.oas.annotations.tags.Tag(name = "uploads")
public final class UploadsResource {

    /// Where uploads are.
    public static final String PATH = Api.BASE + "/" + ResumableUploads.COLLECTION;

    private static final String BYTES = "binary";

    private final ResumableUploads uploads;

    UploadsResource(ResumableUploads uploads) {
        this.uploads = uploads;
    }

    @OPTIONS
    @Public
    @Operation(operationId = "describeUploads", summary = "Which parts of tus are spoken")
    @ApiResponse(
            responseCode = "204",
            description = "In the headers",
            headers = {
                @Header(name = Tus.VERSIONS),
                @Header(name = Tus.EXTENSION),
                @Header(name = Tus.MAX_SIZE),
                @Header(name = Tus.CHECKSUM_ALGORITHM)
            })
    public Response describe() {
        return Response.noContent()
                .header(Tus.VERSIONS, Tus.VERSION)
                .header(Tus.EXTENSION, Tus.EXTENSIONS)
                .header(Tus.MAX_SIZE, uploads.longestFile())
                .header(Tus.CHECKSUM_ALGORITHM, TusChecksums.ALGORITHMS)
                .build();
    }

    @OPTIONS
    @Public
    @Path("/{id}")
    @Operation(operationId = "describeUpload", summary = "The same for any upload")
    @ApiResponse(responseCode = "204", description = "In the headers")
    public Response describe(@PathParam("id") String id) {
        return describe();
    }

    @POST
    @Operation(
            operationId = "beginUpload",
            summary = "Begin a resumable upload (tus: creation, creation with upload)",
            description =
                    "The metadata are filename, filetype, title, description and category_id, each"
                            + " UTF-8 in Base64; filename and title are required.",
            parameters = {
                @Parameter(name = Tus.RESUMABLE, in = ParameterIn.HEADER, required = true),
                @Parameter(name = Tus.LENGTH, in = ParameterIn.HEADER, required = true),
                @Parameter(name = Tus.METADATA, in = ParameterIn.HEADER, required = true),
                @Parameter(
                        name = "Idempotency-Key",
                        in = ParameterIn.HEADER,
                        description = "a repeated request under the same key finds the same upload")
            },
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = Tus.MEDIA_TYPE,
                                            schema = @Schema(type = "string", format = BYTES))))
    @ApiResponse(
            responseCode = "201",
            description = "The upload; its material, when all bytes came along",
            headers = {
                @Header(name = HttpHeaders.LOCATION, description = "of the upload"),
                @Header(name = Tus.EXPIRES),
                @Header(name = Tus.OFFSET),
                @Header(name = Tus.RESULT, description = "of the material, when it was made")
            })
    public Response begin(@Auth Caller caller, @Context HttpServletRequest request) {
        Sender sender = Sender.of(caller, request);
        Progress progress = uploads.begin(sender, new TusHeaders(request));
        ResponseBuilder answer = Response.status(Response.Status.CREATED);
        UploadAnswers.describe(answer, progress);
        // what was created here is the upload; its command has its own header
        return answer.header(HttpHeaders.LOCATION, null)
                .header(HttpHeaders.LOCATION, PATH + "/" + progress.upload().id())
                .build();
    }

    @HEAD
    @Path("/{id}")
    @Operation(
            operationId = "findUpload",
            summary = "How far an upload is",
            parameters = @Parameter(name = Tus.RESUMABLE, in = ParameterIn.HEADER, required = true))
    @ApiResponse(
            responseCode = "200",
            description = "In the headers",
            headers = {
                @Header(name = Tus.OFFSET),
                @Header(name = Tus.LENGTH),
                @Header(name = Tus.METADATA),
                @Header(name = Tus.EXPIRES),
                @Header(name = Tus.RESULT, description = "of the material, when it was made")
            })
    public Response find(@Auth Caller caller, @PathParam("id") String id) {
        PartialUpload upload = uploads.find(caller.id(), parse(id));
        ResponseBuilder answer = Response.ok();
        UploadAnswers.describe(answer, Progress.of(upload));
        return answer.header(Tus.LENGTH, upload.length())
                .header(Tus.METADATA, upload.note())
                .build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes(Tus.MEDIA_TYPE)
    @Operation(
            operationId = "continueUpload",
            summary = "Send bytes of an upload",
            description =
                    "With the last byte the file is inspected as any other, and becomes a material"
                            + " with the id of the upload. A refusal is answered here and ends the"
                            + " upload.",
            parameters = {
                @Parameter(name = Tus.RESUMABLE, in = ParameterIn.HEADER, required = true),
                @Parameter(name = Tus.OFFSET, in = ParameterIn.HEADER, required = true),
                @Parameter(
                        name = Tus.CHECKSUM,
                        in = ParameterIn.HEADER,
                        description = "sha1 or sha256, a space, the digest of the body in Base64"),
                @Parameter(
                        name = "Prefer",
                        in = ParameterIn.HEADER,
                        description =
                                "wait=n: seconds to wait for the material, with the last byte")
            },
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = Tus.MEDIA_TYPE,
                                            schema = @Schema(type = "string", format = BYTES))))
    @ApiResponse(
            responseCode = "204",
            description = "The bytes are on the disk",
            headers = {
                @Header(name = Tus.OFFSET),
                @Header(name = Tus.EXPIRES),
                @Header(name = Tus.RESULT, description = "of the material, when it was made"),
                @Header(
                        name = HttpHeaders.LOCATION,
                        description = "of the command, when it is not settled yet")
            })
    @ApiResponse(responseCode = "423", description = "Another request is writing the upload")
    @ApiResponse(responseCode = "460", description = "The checksum is another")
    public Response append(
            @Auth Caller caller, @Context HttpServletRequest request, @PathParam("id") String id) {
        UUID upload = parse(id);
        Sender sender = Sender.of(caller, request);
        Progress progress = uploads.append(sender, upload, new TusHeaders(request));
        ResponseBuilder answer = Response.noContent();
        UploadAnswers.describe(answer, progress);
        return answer.build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "terminateUpload",
            summary = "Forget an upload; the material it became stays",
            parameters = @Parameter(name = Tus.RESUMABLE, in = ParameterIn.HEADER, required = true))
    @ApiResponse(responseCode = "204", description = "It is forgotten")
    public Response terminate(@Auth Caller caller, @PathParam("id") String id) {
        uploads.remove(caller.id(), parse(id));
        return Response.noContent().build();
    }

    private static UUID parse(String id) {
        return PathId.parse(id, UploadProblems.NOT_FOUND);
    }
}
