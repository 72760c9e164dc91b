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
import io.sillok.schemas.catalog.ItemCommand;
import io.sillok.schemas.catalog.ItemId;
import io.sillok.schemas.catalog.ItemResource;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.money.Money;
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

/// Offering items. Who may change which one is decided by the decider.
@Path(Api.BASE + "/items")
@Produces(MediaType.APPLICATION_JSON)
@Requires(scope = Scopes.CATALOG_WRITE)
@Tag(name = "items")
public final class ItemsResource {

    private static final String COLLECTION = "items";

    private final CommandGateway gateway;

    ItemsResource(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createItem", summary = "Offer an item")
    @ApiResponse(
            responseCode = "201",
            description = "The item, now the caller's",
            content = @Content(schema = @Schema(implementation = ItemResource.class)))
    public Response create(
            @Auth Caller caller, @Context HttpServletRequest request, ItemBody body) {
        CommandHeaders headers = CommandHeaders.of(caller, request);
        ItemText text = body.checked();
        ItemId id = new ItemId(headers.newId(COLLECTION, gateway.clock()));
        return gateway.submit(
                headers,
                Order.create(
                        BoundaryKey.of(id.subject()),
                        id.subject(),
                        new ItemCommand.Create(
                                id, text.title(), text.description(), text.price())));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeItem",
            summary = "Replace title, description and price of an item")
    @ApiResponse(
            responseCode = "200",
            description = "The item",
            content = @Content(schema = @Schema(implementation = ItemResource.class)))
    public Response change(
            @Auth Caller caller,
            @Context HttpServletRequest request,
            @PathParam("id") String id,
            ItemBody body) {
        ItemId item = parse(id);
        ItemText text = body.checked();
        return gateway.submit(
                CommandHeaders.of(caller, request),
                Order.update(
                        BoundaryKey.of(item.subject()),
                        item.subject(),
                        new ItemCommand.Change(
                                item, text.title(), text.description(), text.price())));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "removeItem", summary = "Offer an item no longer")
    @ApiResponse(responseCode = "204", description = "It is gone")
    public Response remove(
            @Auth Caller caller, @Context HttpServletRequest request, @PathParam("id") String id) {
        ItemId item = parse(id);
        return gateway.submit(
                CommandHeaders.of(caller, request),
                Order.remove(
                        BoundaryKey.of(item.subject()),
                        item.subject(),
                        new ItemCommand.Remove(item)));
    }

    private static ItemId parse(String id) {
        return new ItemId(PathId.parse(id, "item-not-found"));
    }

    /// What can be said of an item.
    record ItemBody(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            minLength = 1,
                            maxLength = ItemText.LONGEST_TITLE)
                    Optional<String> title,
            @Schema(maxLength = ItemText.LONGEST_DESCRIPTION) Optional<String> description,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            description =
                                    "more than 0, as text, with at most the decimals of its"
                                            + " currency",
                            example = "359000")
                    Optional<String> price,
            @Schema(description = "ISO 4217", defaultValue = Money.USUAL_CURRENCY)
                    Optional<String> currency) {

        ItemText checked() {
            Fields fields = new Fields();
            ItemText text = ItemText.of(fields, title, description, price, currency);
            fields.orThrow();
            return text;
        }
    }
}
