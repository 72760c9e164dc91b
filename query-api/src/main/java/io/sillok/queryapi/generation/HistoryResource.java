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
import io.sillok.queryapi.http.Paged;
import io.sillok.schemas.generation.GenerationResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/// What somebody asked models, and what was answered.
@Path(Api.BASE + "/history")
@Produces(MediaType.APPLICATION_JSON)
@Requires(scope = Scopes.GENERATION_USE)
@Tag(name = "generation")
public final class HistoryResource {

    private final GenerationQueries generations;

    HistoryResource(GenerationQueries generations) {
        this.generations = generations;
    }

    @GET
    @Reads(View.GENERATIONS)
    @Paged
    @Operation(
            operationId = "listHistory",
            summary = "The caller's generations, newest first",
            parameters = {
                @Parameter(
                        in = QUERY,
                        name = "q",
                        description =
                                "what question or answer hold, any part of any word, up to 200"
                                        + " characters"),
                @Parameter(in = QUERY, name = "kind", description = "code or completion"),
                @Parameter(
                        in = QUERY,
                        name = "status",
                        description = "requested, started, stopping, completed, failed or stopped"),
                @Parameter(in = QUERY, name = "agent_id", description = "whom it was asked of"),
                @Parameter(in = QUERY, name = "from", description = "RFC 3339: asked at or after"),
                @Parameter(in = QUERY, name = "to", description = "RFC 3339: asked before"),
                @Parameter(
                        in = QUERY,
                        name = "sort",
                        description = "created_at; a minus before it reverses; default -created_at")
            })
    public Listing<GenerationResource> list(@Auth Caller caller, @Context UriInfo request) {
        return generations.list(
                GenerationQueries.asked(Asker.of(caller).person(), request.getQueryParameters()));
    }
}
