package io.sillok.commandapi.generation;

import io.dropwizard.auth.Auth;
import io.sillok.commandapi.gateway.CommandHeaders;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.access.Requires;
import io.sillok.platform.web.access.Scopes;
import io.sillok.platform.web.http.Fields;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.generation.Answer;
import io.sillok.schemas.generation.AnswerEnd;
import io.sillok.schemas.generation.GeneratedCode.TokenCount;
import io.sillok.schemas.generation.GenerationCommand;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.generation.Parameters;
import io.sillok.schemas.generation.Prompt;
import io.sillok.schemas.generation.StopReason;
import io.sillok.schemas.generation.Usage;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Completing code while somebody types. What is not there in a moment is of no use: it is stopped.
/// Who asks again is answered the newer question only, which the decider of their account sees to.
@Path(Api.BASE + "/complete")
@Produces(MediaType.APPLICATION_JSON)
@Requires(scope = Scopes.GENERATION_USE)
@Tag(name = "generation")
public final class CompleteResource {

    private static final Duration USUAL_WAIT = Duration.ofSeconds(3);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Generations generations;

    CompleteResource(Generations generations) {
        this.generations = generations;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "completeCode",
            summary = "Have a model fill the gap between two pieces of code",
            description =
                    "Waits for 3 seconds, or as long as Prefer: wait says (at most 10); then E5001. A"
                            + " newer request of the same person ends an older one: 409"
                            + " generation-superseded.")
    @ApiResponse(
            responseCode = "200",
            description = "What could stand there, best first",
            content = @Content(schema = @Schema(implementation = Suggested.class)))
    public Response complete(@Auth Caller caller, @Context HttpServletRequest request, Gap body) {
        CommandHeaders headers = CommandHeaders.of(caller, request).beforeAnyHistory();
        Asker asker = Asker.of(caller);
        GenerationId id = generations.newId(asker, headers);
        Duration wanted = headers.preferences().patience().orElse(USUAL_WAIT);
        return generations.ask(
                headers,
                body.checked(asker, id),
                wanted.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wanted,
                Suggested::of,
                Optional.of(
                        () -> late(CommandHeaders.within(request, headers.actor()), asker, id)));
    }

    private ProblemException late(CommandHeaders headers, Asker asker, GenerationId id) {
        generations.stop(headers, asker, id, StopReason.CLIENT_GONE);
        return ProblemException.of(
                        Problem.of(
                                ErrorCode.E5001,
                                "completion-timed-out",
                                "The model did not answer in time; type on."))
                .withHeaders(Map.of("Retry-After", "1"));
    }

    /// Code with a gap.
    @Schema(name = "CompletionRequest")
    record Gap(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            maxLength = CodeFields.LONGEST_CODE)
                    Optional<String> prefix,
            @Schema(maxLength = CodeFields.LONGEST_CODE) Optional<String> suffix,
            @Schema(example = "python", maxLength = 40) Optional<String> language) {

        private GenerationCommand.Request checked(Asker asker, GenerationId id) {
            Fields fields = new Fields();
            CodeFields code = new CodeFields(fields);
            Optional<String> before = code.code("prefix", prefix);
            Optional<String> after = code.code("suffix", suffix);
            if (prefix.isEmpty()) {
                fields.missing("prefix");
            } else if ((before.orElse("") + after.orElse("")).isBlank()) {
                fields.wrong("prefix", "must not be blank where the suffix is");
            }
            Prompt prompt =
                    new Prompt.Completion(
                            before.orElse(""),
                            after.orElse(""),
                            code.language("language", language));
            fields.orThrow();
            return new GenerationCommand.Request(
                    id,
                    asker.person(),
                    false,
                    Optional.of(prompt),
                    Optional.empty(),
                    Parameters.NONE);
        }
    }

    /// What a model suggests.
    record Suggested(
            List<String> suggestions,
            String status,
            long responseTimeMs,
            GenerationId id,
            TokenCount usage,
            boolean cached,
            Optional<String> model) {

        Suggested {
            suggestions = List.copyOf(suggestions);
        }

        private static Suggested of(AnswerEnd end, Instant asked) {
            return new Suggested(
                    end.answer().map(Answer::suggestions).orElse(List.of()),
                    "success",
                    Math.max(0, Duration.between(asked, end.time()).toMillis()),
                    end.generation(),
                    TokenCount.of(end.usage().orElse(Usage.NONE)),
                    end.cached(),
                    end.model());
        }
    }
}
