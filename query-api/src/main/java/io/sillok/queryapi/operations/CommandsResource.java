package io.sillok.queryapi.operations;

import io.dropwizard.auth.Auth;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.queryapi.consistency.Reads;
import io.sillok.queryapi.consistency.View;
import io.sillok.queryapi.http.NotFound;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// Commands that were taken, for those who could not wait for their end.
@Path(Api.BASE + "/commands")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operations")
public final class CommandsResource {

    private static final String KIND = "command";

    private final CommandQueries commands;

    CommandsResource(CommandQueries commands) {
        this.commands = commands;
    }

    @GET
    @Path("/{id}")
    @Reads(View.COMMANDS)
    @Operation(
            operationId = "getCommand",
            summary = "What became of a command",
            description = "For its sender and administrators.")
    @ApiResponse(responseCode = "200", description = "the command", useReturnTypeSchema = true)
    public CommandResource one(@Auth Caller caller, @PathParam("id") String id) {
        return commands.find(new CommandId(NotFound.id(KIND, id)))
                .filter(row -> row.actor().equals(caller.id()) || caller.isAtLeast(Role.ADMIN))
                .map(CommandQueries.Row::resource)
                .orElseThrow(NotFound.of(KIND));
    }
}
