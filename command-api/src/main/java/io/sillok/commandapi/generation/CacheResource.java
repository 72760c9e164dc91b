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
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.generation.PromptCacheCommand;
import io.sillok.schemas.generation.PromptCacheId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Emptying what is remembered to answer faster, on every node, through the log.
///
/// Answers are remembered by the deciders of accounts. Profiles of persons are remembered nowhere:
/// each request brings its own, so clearing them is done when it is asked for.
@Path(Api.BASE + "/cache/clear")
@Produces(MediaType.APPLICATION_JSON)
@Requires(role = Role.ADMIN, scope = Scopes.OPERATIONS_ADMIN)
@Tag(name = "generation")
public final class CacheResource {

    private final CommandGateway gateway;

    CacheResource(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @DELETE
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "clearCache",
            summary = "Answer nothing from memory that was answered before now")
    @ApiResponse(
            responseCode = "200",
            description = "It is cleared, for every node",
            content = @Content(schema = @Schema(implementation = Cleared.class)))
    public Response clear(@Auth Caller caller, @Context HttpServletRequest request, Clear body) {
        CacheType type = body.checked();
        Cleared cleared = new Cleared("cleared", type.word());
        return switch (type) {
            case USER_PROFILES -> Response.ok(cleared).build();
            case CODE_GENERATION, ALL -> answers(caller, request, cleared);
        };
    }

    private Response answers(Caller caller, HttpServletRequest request, Cleared cleared) {
        PromptCacheId cache = PromptCacheId.ALL;
        return gateway.submit(
                CommandHeaders.of(caller, request),
                Order.update(cache.key(), cache.subject(), new PromptCacheCommand.Clear(cache)),
                outcome -> shown(cleared, outcome.marks()));
    }

    private static Response shown(Cleared cleared, Map<String, String> marks) {
        Response.ResponseBuilder answer = Response.ok(cleared);
        marks.forEach(answer::header);
        return answer.build();
    }

    /// What can be cleared.
    enum CacheType {
        CODE_GENERATION,
        USER_PROFILES,
        ALL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What is to be cleared.
    @Schema(name = "CacheToClear")
    record Clear(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            allowableValues = {"code_generation", "user_profiles", "all"})
                    Optional<String> cacheType,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "must be true")
                    Optional<Boolean> confirm) {

        private CacheType checked() {
            Fields fields = new Fields();
            if (cacheType.isEmpty()) {
                fields.missing("cache_type");
            }
            CacheType type =
                    new CodeFields(fields)
                            .word(
                                    "cache_type",
                                    cacheType,
                                    CacheType.values(),
                                    CacheType::word,
                                    CacheType.ALL);
            if (confirm.isEmpty()) {
                fields.missing("confirm");
            } else if (!confirm.get()) {
                fields.wrong("confirm", "must be true");
            }
            fields.orThrow();
            return type;
        }
    }

    /// What was cleared.
    @Schema(name = "ClearedCache")
    record Cleared(String status, String cacheType) {}
}
