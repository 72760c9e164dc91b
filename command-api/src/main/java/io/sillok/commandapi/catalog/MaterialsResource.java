package io.sillok.commandapi.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dropwizard.auth.Auth;
import io.sillok.commandapi.gateway.CommandGateway;
import io.sillok.commandapi.gateway.CommandHeaders;
import io.sillok.commandapi.gateway.Order;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.access.Requires;
import io.sillok.platform.web.access.Scopes;
import io.sillok.platform.web.access.StillValid;
import io.sillok.platform.web.http.Fields;
import io.sillok.platform.web.http.PathId;
import io.sillok.schemas.catalog.MaterialCommand;
import io.sillok.schemas.catalog.MaterialId;
import io.sillok.schemas.catalog.MaterialResource;
import io.sillok.schemas.catalog.MaterialStatus;
import io.sillok.schemas.envelope.BoundaryKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/// Writing learning materials. Who may change which one is decided by the decider.
@Path(Api.BASE + "/materials")
@Produces(MediaType.APPLICATION_JSON)
@Requires(scope = Scopes.CATALOG_WRITE)
@Tag(name = "materials")
public final class MaterialsResource {

    private static final String COLLECTION = "materials";

    private final CommandGateway gateway;
    private final Uploads uploads;
    private final StillValid stillValid;

    MaterialsResource(CommandGateway gateway, Uploads uploads, StillValid stillValid) {
        this.gateway = gateway;
        this.uploads = uploads;
        this.stillValid = stillValid;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "createMaterial",
            summary = "Upload a learning material",
            description =
                    "Waits for the verdict of the scan within the preferred wait, unless the"
                            + " request has an Idempotency-Key: then it answers when the upload is"
                            + " settled.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA,
                                            schema = @Schema(implementation = UploadBody.class))))
    @ApiResponse(
            responseCode = "201",
            description = "The material; its file may still be scanned",
            content = @Content(schema = @Schema(implementation = MaterialResource.class)))
    public Response create(@Auth Caller caller, @Context HttpServletRequest request) {
        CommandHeaders headers = CommandHeaders.of(caller, request);
        Uploads.Taken taken = uploads.take(request);
        stillValid.require(caller);
        MaterialId id = new MaterialId(headers.newId(COLLECTION, gateway.clock()));
        MaterialText text = taken.text();
        return gateway.submit(
                headers,
                Order.create(
                                BoundaryKey.of(id.subject()),
                                id.subject(),
                                new MaterialCommand.Receive(
                                        id,
                                        text.title(),
                                        text.description(),
                                        text.category(),
                                        taken.file()))
                        .until(MaterialsResource::isScanned));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "editMaterial",
            summary = "Replace title, description and category of a learning material")
    @ApiResponse(
            responseCode = "200",
            description = "The material",
            content = @Content(schema = @Schema(implementation = MaterialResource.class)))
    public Response edit(
            @Auth Caller caller,
            @Context HttpServletRequest request,
            @PathParam("id") String id,
            MaterialBody body) {
        MaterialId material = parse(id);
        MaterialText text = body.checked();
        return gateway.submit(
                CommandHeaders.of(caller, request),
                Order.update(
                        BoundaryKey.of(material.subject()),
                        material.subject(),
                        new MaterialCommand.Edit(
                                material, text.title(), text.description(), text.category())));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "withdrawMaterial",
            summary = "Remove a learning material from the library")
    @ApiResponse(responseCode = "204", description = "It is gone")
    public Response withdraw(
            @Auth Caller caller, @Context HttpServletRequest request, @PathParam("id") String id) {
        MaterialId material = parse(id);
        return gateway.submit(
                CommandHeaders.of(caller, request),
                Order.remove(
                        BoundaryKey.of(material.subject()),
                        material.subject(),
                        new MaterialCommand.Withdraw(material)));
    }

    private static MaterialId parse(String id) {
        return new MaterialId(PathId.parse(id, "material-not-found"));
    }

    private static boolean isScanned(ObjectNode material) {
        return MaterialStatus.parse(material.path("status").asText()).isVerdict();
    }

    /// What can be said of a material.
    record MaterialBody(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            minLength = 1,
                            maxLength = MaterialText.LONGEST_TITLE)
                    Optional<String> title,
            @Schema(maxLength = MaterialText.LONGEST_DESCRIPTION) Optional<String> description,
            @Schema(format = "uuid") Optional<String> categoryId) {

        MaterialText checked() {
            Fields fields = new Fields();
            MaterialText text = MaterialText.of(fields, title, description, categoryId);
            fields.orThrow();
            return text;
        }
    }

    /// The parts of an upload, for the API's description.
    @Schema(name = "MaterialUpload")
    record UploadBody(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            minLength = 1,
                            maxLength = MaterialText.LONGEST_TITLE)
                    String title,
            @Schema(maxLength = MaterialText.LONGEST_DESCRIPTION) Optional<String> description,
            @Schema(format = "uuid") Optional<String> categoryId,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, type = "string", format = "binary")
                    String file) {}
}
