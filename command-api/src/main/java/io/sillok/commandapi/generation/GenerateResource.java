package io.sillok.commandapi.generation;

import io.dropwizard.auth.Auth;
import io.sillok.commandapi.gateway.CommandHeaders;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.access.Requires;
import io.sillok.platform.web.access.Scopes;
import io.sillok.platform.web.limits.Limited;
import io.sillok.schemas.generation.GeneratedCode;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;

/// Asking for code, and waiting for it.
@Path(Api.BASE + "/generate-code")
@Produces(MediaType.APPLICATION_JSON)
@Requires(scope = Scopes.GENERATION_USE)
@Tag(name = "generation")
public final class GenerateResource {

    private static final Duration USUAL_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final Generations generations;

    GenerateResource(Generations generations) {
        this.generations = generations;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Limited(policy = "generate-code", perMinute = 50)
    @Operation(
            operationId = "generateCode",
            summary = "Have a model write code",
            description =
                    "Waits for the answer for 30 seconds, or as long as Prefer: wait says (at most 60);"
                            + " then 202 with where it will be. Repeated under the same"
                            + " Idempotency-Key it is one generation.")
    @ApiResponse(
            responseCode = "200",
            description = "The answer",
            content = @Content(schema = @Schema(implementation = GeneratedCode.class)))
    public Response generate(
            @Auth Caller caller, @Context HttpServletRequest request, GenerateBody body) {
        CommandHeaders headers =
                CommandHeaders.of(caller, request).beforeAnyHistory().waiting(USUAL_WAIT);
        Asker asker = Asker.of(caller);
        Duration wanted = headers.preferences().patience().orElse(USUAL_WAIT);
        return generations.ask(
                headers,
                body.checked(asker, generations.newId(asker, headers), false),
                wanted.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wanted,
                GeneratedCode::of,
                Optional.empty());
    }
}
