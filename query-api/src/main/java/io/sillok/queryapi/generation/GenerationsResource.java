package io.sillok.queryapi.generation;

import io.dropwizard.auth.Auth;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.access.Requires;
import io.sillok.platform.web.access.Scopes;
import io.sillok.platform.web.sse.EventStream;
import io.sillok.queryapi.consistency.Reads;
import io.sillok.queryapi.consistency.View;
import io.sillok.queryapi.http.NotFound;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.generation.GenerationResource;
import io.sillok.schemas.generation.StreamPlace;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/// Generations, to who asked for them: as they are, and as their answers come.
@Path(Api.BASE + "/generations/{id}")
@Requires(scope = Scopes.GENERATION_USE)
@Tag(name = "generation")
public final class GenerationsResource {

    private static final String KIND = "generation";
    private static final String LAST_SEEN = "Last-Event-ID";

    private final GenerationQueries generations;
    private final AnswerFeed feed;

    GenerationsResource(GenerationQueries generations, AnswerFeed feed) {
        this.generations = generations;
        this.feed = feed;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Reads(View.GENERATIONS)
    @Operation(operationId = "getGeneration", summary = "One generation of one's own")
    public GenerationResource one(@Auth Caller caller, @PathParam("id") String text) {
        Asker asker = Asker.of(caller);
        return generations
                .find(asker.generation(text), asker.person())
                .orElseThrow(NotFound.of(KIND));
    }

    @GET
    @Path("/stream")
    @Produces({EventStream.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Reads(View.GENERATIONS)
    @Operation(
            operationId = "followGeneration",
            summary = "The answer of a generation of one's own as it comes (server-sent events)",
            description =
                    "The same events as POST /enhanced-stream-generate, from the beginning or from"
                            + " Last-Event-ID on; also when it is over. Whoever listens here does not"
                            + " keep the model from being stopped when its first listener is gone.",
            parameters =
                    @Parameter(
                            in = ParameterIn.HEADER,
                            name = LAST_SEEN,
                            description = "the id of the last event that was seen"))
    @ApiResponse(
            responseCode = "200",
            description = "The events",
            content =
                    @Content(
                            mediaType = EventStream.MEDIA_TYPE,
                            schema = @Schema(implementation = String.class)))
    public Response stream(
            @Auth Caller caller,
            @PathParam("id") String text,
            @Context HttpServletRequest request) {
        Asker asker = Asker.of(caller);
        GenerationId id = asker.generation(text);
        GenerationResource generation =
                generations.find(id, asker.person()).orElseThrow(NotFound.of(KIND));
        var source =
                new FollowedAnswer(
                        generation,
                        feed,
                        place(request),
                        () -> generations.find(id, asker.person()),
                        request.getRequestURI());
        return EventStream.of(source, request).build();
    }

    /// What is no place of a stream of ours was seen in none, so everything is new.
    private static StreamPlace place(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(LAST_SEEN))
                .flatMap(seen -> StreamPlace.parse(seen.strip()))
                .orElse(StreamPlace.START);
    }
}
