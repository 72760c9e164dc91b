package io.sillok.queryapi.identity;

import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Requires;
import io.sillok.platform.web.access.Scopes;
import io.sillok.queryapi.consistency.Reads;
import io.sillok.queryapi.consistency.View;
import io.sillok.queryapi.http.NotFound;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.identity.Erasure;
import io.sillok.schemas.personal.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// How far the erasure of a person has come, and what it found.
@Path(Api.BASE + "/users/{id}/erasure")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "identity")
public final class ErasureResource {

    private static final String KIND = "erasure";

    private final ErasureQueries erasures;

    ErasureResource(ErasureQueries erasures) {
        this.erasures = erasures;
    }

    @GET
    @Requires(role = Role.ADMIN, scope = Scopes.OPERATIONS_ADMIN)
    @Reads(View.ERASURES)
    @Operation(
            operationId = "getErasure",
            summary = "How far the erasure of a person has come; once it is complete, its report")
    @ApiResponse(responseCode = "200", description = "the erasure", useReturnTypeSchema = true)
    public Erasure one(@PathParam("id") String id) {
        return erasures.find(new UserId(NotFound.id(KIND, id))).orElseThrow(NotFound.of(KIND));
    }
}
