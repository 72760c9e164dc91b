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
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.generation.Allowance;
import io.sillok.schemas.generation.BudgetCommand;
import io.sillok.schemas.generation.BudgetPeriod;
import io.sillok.schemas.generation.BudgetResource;
import io.sillok.schemas.personal.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/// Allowing people more tokens than usual, or fewer: for administrators.
@Path(Api.BASE + "/budgets/{user_id}")
@Produces(MediaType.APPLICATION_JSON)
@Requires(role = Role.ADMIN, scope = Scopes.OPERATIONS_ADMIN)
@Tag(name = "generation")
public final class BudgetsResource {

    private static final long MOST_TOKENS = 1_000_000_000_000L;

    private final CommandGateway gateway;

    BudgetsResource(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "allowBudget",
            summary = "Say how many tokens somebody may use in a day or a month, from now on")
    @ApiResponse(
            responseCode = "200",
            description = "The budget",
            content = @Content(schema = @Schema(implementation = BudgetResource.class)))
    public Response allow(
            @Auth Caller caller,
            @Context HttpServletRequest request,
            @PathParam("user_id") String path,
            AllowanceBody body) {
        UserId owner = new UserId(PathId.parse(path, "user-not-found"));
        var command = new BudgetCommand.Allow(owner, body.checked());
        return gateway.submit(
                CommandHeaders.of(caller, request),
                Order.update(command.key(), command.subject(), command));
    }

    /// How much, and how often.
    record AllowanceBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "0")
                    Optional<Long> tokens,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            allowableValues = {"day", "month"})
                    Optional<String> period) {

        private Allowance checked() {
            Fields fields = new Fields();
            if (tokens.isEmpty()) {
                fields.missing("tokens");
            } else if (tokens.get() < 0 || tokens.get() > MOST_TOKENS) {
                fields.wrong("tokens", "must be from 0 to 1,000,000,000,000");
            }
            if (period.isEmpty()) {
                fields.missing("period");
            }
            BudgetPeriod often =
                    new CodeFields(fields)
                            .word(
                                    "period",
                                    period,
                                    BudgetPeriod.values(),
                                    BudgetPeriod::word,
                                    BudgetPeriod.MONTH);
            fields.orThrow();
            return new Allowance(tokens.orElseThrow(), often);
        }
    }
}
