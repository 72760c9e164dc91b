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
import io.sillok.schemas.generation.GenerationCommand;
import io.sillok.schemas.generation.GenerationId;
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
import java.util.Optional;
import java.util.UUID;

/// Saying how good an answer was.
@Path(Api.BASE + "/feedback")
@Produces(MediaType.APPLICATION_JSON)
@Requires(scope = Scopes.GENERATION_USE)
@Tag(name = "generation")
public final class FeedbackResource {

    private static final int LONGEST_COMMENT = 2_000;
    private static final int BEST = 5;

    private final CommandGateway gateway;

    FeedbackResource(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "giveFeedback",
            summary = "Rate an answer of one's own; said again it replaces what was said")
    @ApiResponse(
            responseCode = "200",
            description = "It is noted",
            content = @Content(schema = @Schema(implementation = Noted.class)))
    public Response rate(@Auth Caller caller, @Context HttpServletRequest request, Feedback body) {
        Asker asker = Asker.of(caller);
        GenerationCommand.Rate command = body.checked(asker);
        return gateway.submit(
                CommandHeaders.of(caller, request),
                Order.update(command.key(), command.subject(), command),
                outcome -> {
                    Response.ResponseBuilder answer =
                            Response.ok(
                                    new Noted(command.generation(), command.rating(), "recorded"));
                    outcome.marks().forEach(answer::header);
                    return answer.build();
                });
    }

    /// How good an answer was.
    record Feedback(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uuid")
                    Optional<String> generationId,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "1", maximum = "5")
                    Optional<Integer> rating,
            @Schema(maxLength = LONGEST_COMMENT) Optional<String> comment) {

        private GenerationCommand.Rate checked(Asker asker) {
            Fields fields = new Fields();
            if (generationId.isEmpty()) {
                fields.missing("generation_id");
            }
            Optional<UUID> id = fields.uuid("generation_id", generationId);
            if (rating.isEmpty()) {
                fields.missing("rating");
            }
            if (rating.filter(stars -> stars < 1 || stars > BEST).isPresent()) {
                fields.wrong("rating", "must be from 1 to 5");
            }
            Optional<String> words = fields.text("comment", comment, LONGEST_COMMENT);
            fields.orThrow();
            return new GenerationCommand.Rate(
                    asker.generation(id.orElseThrow()),
                    asker.person(),
                    rating.orElseThrow(),
                    words);
        }
    }

    /// What was noted.
    @Schema(name = "NotedFeedback")
    record Noted(GenerationId generationId, int rating, String status) {}
}
