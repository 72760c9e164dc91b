package io.sillok.commandapi.generation;

import io.dropwizard.auth.Auth;
import io.sillok.commandapi.gateway.CommandHeaders;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.access.Requires;
import io.sillok.platform.web.access.Scopes;
import io.sillok.platform.web.limits.Limited;
import io.sillok.platform.web.sse.EventStream;
import io.sillok.schemas.generation.GenerationCommand;
import io.sillok.schemas.generation.StopReason;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/// Asking for code, and hearing the answer as it comes.
@Path(Api.BASE + "/enhanced-stream-generate")
@Produces({EventStream.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@Requires(scope = Scopes.GENERATION_USE)
@Tag(name = "generation")
public final class StreamResource {

    /// Until it is decided whether there is a budget for it.
    private static final Duration USUAL_WAIT = Duration.ofSeconds(30);

    private final Generations generations;

    StreamResource(Generations generations) {
        this.generations = generations;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Limited(policy = "enhanced-stream-generate", perMinute = 20)
    @Operation(
            operationId = "streamCode",
            summary = "Have a model write code and tell it as it comes (server-sent events)",
            description =
                    "Events: generation (its id), token (text, with an id to go on from), restart"
                            + " (forget what came so far: the model begins anew), done (the whole"
                            + " answer, as /generate-code gives it), error (a problem document)."
                            + " Who is cut off goes on at GET /generations/{id}/stream with"
                            + " Last-Event-ID. A model that nobody listens to is stopped after ten"
                            + " seconds; with Prefer: respond-async it goes on to the end and the"
                            + " answer is 202.")
    @ApiResponse(
            responseCode = "200",
            description = "The events",
            content =
                    @Content(
                            mediaType = EventStream.MEDIA_TYPE,
                            schema = @Schema(implementation = String.class)))
    public Response stream(
            @Auth Caller caller, @Context HttpServletRequest request, GenerateBody body) {
        CommandHeaders headers =
                CommandHeaders.of(caller, request).beforeAnyHistory().waiting(USUAL_WAIT);
        Asker asker = Asker.of(caller);
        GenerationCommand.Request command =
                body.checked(asker, generations.newId(asker, headers), true);
        return headers.preferences().respondAsync()
                ? goingOnAlone(headers, command)
                : told(headers, asker, command, request);
    }

    private Response goingOnAlone(CommandHeaders headers, GenerationCommand.Request command) {
        return Response.fromResponse(generations.submit(headers, command))
                .header(
                        HttpHeaders.LINK,
                        "<%s/stream>; rel=\"alternate\"; type=\"%s\""
                                .formatted(
                                        Generations.place(command.generation()),
                                        EventStream.MEDIA_TYPE))
                .build();
    }

    private Response told(
            CommandHeaders headers,
            Asker asker,
            GenerationCommand.Request command,
            HttpServletRequest request) {
        CommandHeaders later = CommandHeaders.within(request, headers.actor());
        Generations.Begun begun = generations.begin(headers, command);
        var source =
                new StreamedAnswer(
                        command.generation(),
                        begun,
                        request.getRequestURI(),
                        () ->
                                generations.stop(
                                        later,
                                        asker,
                                        command.generation(),
                                        StopReason.CLIENT_GONE));
        Response.ResponseBuilder answer = EventStream.of(source, request);
        begun.outcome().marks().forEach(answer::header);
        Generations.streamPlace(command.generation()).forEach(answer::header);
        return answer.build();
    }
}
