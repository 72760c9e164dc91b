package io.sillok.commandapi.identity;

import io.dropwizard.auth.Auth;
import io.sillok.commandapi.gateway.CommandGateway;
import io.sillok.commandapi.gateway.CommandHeaders;
import io.sillok.commandapi.gateway.Order;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.access.Requires;
import io.sillok.platform.web.access.Scopes;
import io.sillok.platform.web.http.PathId;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.identity.ErasureCommand;
import io.sillok.schemas.personal.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// Seeing to it that erasures come to their end.
@Path(Api.BASE + "/users/{id}/erasure")
@Produces(MediaType.APPLICATION_JSON)
@Requires(role = Role.ADMIN, scope = Scopes.OPERATIONS_ADMIN)
@Tag(name = "identity")
public final class ErasureResource {

    private final CommandGateway gateway;

    ErasureResource(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @POST
    @Path("/resume")
    @Operation(
            operationId = "resumeErasure",
            summary = "Let a suspended erasure go on now; it would by itself, but later")
    @ApiResponse(responseCode = "204", description = "It goes on")
    public Response resume(
            @Auth Caller caller, @Context HttpServletRequest request, @PathParam("id") String id) {
        var command =
                new ErasureCommand.Resume(new UserId(PathId.parse(id, "erasure-not-suspended")));
        return gateway.submit(
                CommandHeaders.of(caller, request),
                Order.remove(command.key(), command.subject(), command));
    }
}
