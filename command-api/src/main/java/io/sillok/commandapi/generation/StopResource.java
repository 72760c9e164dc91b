package io.sillok.commandapi.generation;

import io.dropwizard.auth.Auth;
import io.sillok.commandapi.gateway.CommandGateway;
import io.sillok.commandapi.gateway.CommandHeaders;
import io.sillok.commandapi.gateway.Order;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.access.Requires;
import io.sillok.platform.web.access.Scopes;
import io.sillok.platform.web.http.PathId;
import io.sillok.schemas.generation.GenerationCommand;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.generation.StopReason;
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

/// Ending a generation before its time.
@Path(Api.BASE + "/generations/{id}/stop")
@Produces(MediaType.APPLICATION_JSON)
@Requires(scope = Scopes.GENERATION_USE)
@Tag(name = "generation")
public final class StopResource {

    private final CommandGateway gateway;

    StopResource(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @POST
    @Operation(
            operationId = "stopGeneration",
            summary = "Stop an answer of one's own that is not wanted any more",
            description = "What was answered until then is charged and kept.")
    @ApiResponse(responseCode = "204", description = "It is asked to stop")
    public Response stop(
            @Auth Caller caller, @Context HttpServletRequest request, @PathParam("id") String id) {
        Asker asker = Asker.of(caller);
        GenerationId generation = asker.generation(PathId.parse(id, "generation-not-found"));
        var command = new GenerationCommand.Stop(generation, asker.person(), StopReason.BY_OWNER);
        return gateway.submit(
                CommandHeaders.of(caller, request),
                Order.remove(command.key(), command.subject(), command));
    }
}
