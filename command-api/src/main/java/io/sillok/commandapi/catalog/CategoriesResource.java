package io.sillok.commandapi.catalog;

import io.dropwizard.auth.Auth;
import io.sillok.commandapi.gateway.CommandGateway;
import io.sillok.commandapi.gateway.CommandHeaders;
import io.sillok.commandapi.gateway.Order;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.access.Requires;
import io.sillok.platform.web.access.Scopes;
import io.sillok.platform.web.http.Fields;
import io.sillok.platform.web.http.PathId;
import io.sillok.schemas.catalog.CategoryCommand;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.catalog.CategoryResource;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
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

/// Writing categories: for editors and administrators.
@Path(Api.BASE + "/categories")
@Produces(MediaType.APPLICATION_JSON)
@Requires(role = Role.EDITOR, scope = Scopes.CATALOG_WRITE)
@Tag(name = "categories")
public final class CategoriesResource {

    private static final String COLLECTION = "categories";
    private static final int LONGEST_NAME = 100;

    private final CommandGateway gateway;

    CategoriesResource(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createCategory", summary = "Create a category")
    @ApiResponse(
            responseCode = "201",
            description = "The category",
            content = @Content(schema = @Schema(implementation = CategoryResource.class)))
    public Response create(
            @Auth Caller caller, @Context HttpServletRequest request, CategoryBody body) {
        CommandHeaders headers = CommandHeaders.of(caller, request);
        String name = body.checkedName();
        CategoryId id = new CategoryId(headers.newId(COLLECTION, gateway.clock()));
        return gateway.submit(
                headers,
                Order.create(
                        BoundaryKey.of(id.subject()),
                        id.subject(),
                        new CategoryCommand.Create(id, name)));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "renameCategory", summary = "Rename a category")
    @ApiResponse(
            responseCode = "200",
            description = "The category",
            content = @Content(schema = @Schema(implementation = CategoryResource.class)))
    public Response rename(
            @Auth Caller caller,
            @Context HttpServletRequest request,
            @PathParam("id") String id,
            CategoryBody body) {
        CategoryId category = parse(id);
        return gateway.submit(
                CommandHeaders.of(caller, request),
                Order.update(
                        BoundaryKey.of(category.subject()),
                        category.subject(),
                        new CategoryCommand.Rename(category, body.checkedName())));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "archiveCategory",
            summary = "Take a category out of use; its name is free again")
    @ApiResponse(responseCode = "204", description = "It is out of use")
    public Response archive(
            @Auth Caller caller, @Context HttpServletRequest request, @PathParam("id") String id) {
        CategoryId category = parse(id);
        return gateway.submit(
                CommandHeaders.of(caller, request),
                Order.remove(
                        BoundaryKey.of(category.subject()),
                        category.subject(),
                        new CategoryCommand.Archive(category)));
    }

    private static CategoryId parse(String id) {
        return new CategoryId(PathId.parse(id, "category-not-found"));
    }

    /// What can be said of a category.
    record CategoryBody(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            minLength = 1,
                            maxLength = LONGEST_NAME)
                    Optional<String> name) {

        String checkedName() {
            Fields fields = new Fields();
            String checked = fields.line("name", name, LONGEST_NAME);
            fields.orThrow();
            return checked;
        }
    }
}
