package io.sillok.commandapi.generation;

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
import io.sillok.schemas.generation.AgentCommand;
import io.sillok.schemas.generation.AgentId;
import io.sillok.schemas.generation.AgentResource;
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

/// One's own agents: what a model is told before every question that is asked of them.
@Path(Api.BASE + "/agents")
@Produces(MediaType.APPLICATION_JSON)
@Requires(scope = Scopes.GENERATION_USE)
@Tag(name = "generation")
public final class AgentsResource {

    private static final String COLLECTION = "agents";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_INSTRUCTIONS = 4_000;

    private final CommandGateway gateway;

    AgentsResource(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createAgent", summary = "Have an agent, at most 20 of them")
    @ApiResponse(
            responseCode = "201",
            description = "The agent",
            content = @Content(schema = @Schema(implementation = AgentResource.class)))
    public Response create(
            @Auth Caller caller, @Context HttpServletRequest request, AgentBody body) {
        CommandHeaders headers = CommandHeaders.of(caller, request);
        Asker asker = Asker.of(caller);
        AgentId id = AgentId.of(asker.account(), headers.newId(COLLECTION, gateway.clock()));
        AgentBody.Checked said = body.checked();
        var command =
                new AgentCommand.Create(
                        id,
                        asker.person(),
                        Optional.of(said.name()),
                        Optional.of(said.instructions()),
                        said.model(),
                        said.temperature());
        return gateway.submit(headers, Order.create(command.key(), command.subject(), command));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "changeAgent", summary = "Say all of an agent anew")
    @ApiResponse(
            responseCode = "200",
            description = "The agent",
            content = @Content(schema = @Schema(implementation = AgentResource.class)))
    public Response change(
            @Auth Caller caller,
            @Context HttpServletRequest request,
            @PathParam("id") String path,
            AgentBody body) {
        Asker asker = Asker.of(caller);
        AgentId id = agent(asker, path);
        AgentBody.Checked said = body.checked();
        var command =
                new AgentCommand.Change(
                        id,
                        asker.person(),
                        Optional.of(said.name()),
                        Optional.of(said.instructions()),
                        said.model(),
                        said.temperature());
        return gateway.submit(
                CommandHeaders.of(caller, request),
                Order.update(command.key(), command.subject(), command));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "removeAgent", summary = "Let an agent go")
    @ApiResponse(responseCode = "204", description = "It is gone")
    public Response remove(
            @Auth Caller caller,
            @Context HttpServletRequest request,
            @PathParam("id") String path) {
        Asker asker = Asker.of(caller);
        var command = new AgentCommand.Remove(agent(asker, path), asker.person());
        return gateway.submit(
                CommandHeaders.of(caller, request),
                Order.remove(command.key(), command.subject(), command));
    }

    /// Others' agents are not there.
    private static AgentId agent(Asker asker, String path) {
        return AgentId.find(PathId.parse(path, "agent-not-found"))
                .filter(id -> id.account().equals(asker.account()))
                .orElseThrow(() -> Asker.missing("agent"));
    }

    /// What can be said of an agent.
    record AgentBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = LONGEST_NAME)
                    Optional<String> name,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = LONGEST_INSTRUCTIONS)
                    Optional<String> instructions,
            @Schema(maxLength = 100, description = "the usual one when left out")
                    Optional<String> model,
            @Schema(minimum = "0", maximum = "2") Optional<Double> temperature) {

        /// In good form.
        private record Checked(
                String name,
                String instructions,
                Optional<String> model,
                Optional<Double> temperature) {}

        private Checked checked() {
            Fields fields = new Fields();
            CodeFields code = new CodeFields(fields);
            String line = fields.line("name", name, LONGEST_NAME);
            Optional<String> told = fields.text("instructions", instructions, LONGEST_INSTRUCTIONS);
            if (told.isEmpty()) {
                fields.missing("instructions");
            }
            var checked =
                    new Checked(
                            line,
                            told.orElse(""),
                            code.model("model", model),
                            code.temperature("temperature", temperature));
            fields.orThrow();
            return checked;
        }
    }
}
