package io.sillok.queryapi.generation;

import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Requires;
import io.sillok.platform.web.access.Scopes;
import io.sillok.queryapi.consistency.Reads;
import io.sillok.queryapi.consistency.View;
import io.sillok.queryapi.http.NotFound;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.generation.BudgetResource;
import io.sillok.schemas.personal.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// What others may use, for administrators.
@Path(Api.BASE + "/budgets/{user_id}")
@Produces(MediaType.APPLICATION_JSON)
@Requires(role = Role.ADMIN, scope = Scopes.OPERATIONS_ADMIN)
@Tag(name = "generation")
public final class BudgetsResource {

    private static final String KIND = "budget";

    private final UsageQueries usage;

    BudgetsResource(UsageQueries usage) {
        this.usage = usage;
    }

    @GET
    @Reads(View.BUDGETS)
    @Operation(operationId = "getBudget", summary = "Somebody's budget")
    public BudgetResource one(@PathParam("user_id") String text) {
        UserId owner = new UserId(NotFound.id(KIND, text));
        return usage.budget(owner).orElseThrow(NotFound.of(KIND));
    }
}
