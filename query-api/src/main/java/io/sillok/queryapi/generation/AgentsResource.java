package io.sillok.queryapi.generation;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.dropwizard.auth.Auth;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.access.Requires;
import io.sillok.platform.web.access.Scopes;
import io.sillok.queryapi.consistency.Reads;
import io.sillok.queryapi.consistency.View;
import io.sillok.queryapi.http.Listing;
import io.sillok.queryapi.http.NotFound;
import io.sillok.queryapi.http.Paged;
import io.sillok.schemas.generation.AgentResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/// Agents, to whom they belong.
@Path(Api.BASE + "/agents")
@Produces(MediaType.APPLICATION_JSON)
@Requires(scope = Scopes.GENERATION_USE)
@Tag(name = "generation")
public final class AgentsResource {

    private final AgentQueries agents;

    AgentsResource(AgentQueries agents) {
        this.agents = agents;
    }

    @GET
    @Reads(View.AGENTS)
    @Paged
    @Operation(
            operationId = "listAgents",
            summary = "The caller's agents, newest first",
            parameters =
                    @Parameter(
                            in = QUERY,
                            name = "sort",
                            description =
                                    "created_at; a minus before it reverses; default -created_at"))
    public Listing<AgentResource> list(@Auth Caller caller, @Context UriInfo request) {
        return agents.list(
                AgentQueries.asked(Asker.of(caller).person(), request.getQueryParameters()));
    }

    @GET
    @Path("/{id}")
    @Reads(View.AGENTS)
    @Operation(operationId = "getAgent", summary = "One agent of one's own")
    public AgentResource one(@Auth Caller caller, @PathParam("id") String text) {
        Asker asker = Asker.of(caller);
        return agents.find(asker.agent(text), asker.person()).orElseThrow(NotFound.of("agent"));
    }
}
