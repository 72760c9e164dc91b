package io.sillok.queryapi.identity;

import io.dropwizard.auth.Auth;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.queryapi.consistency.Reads;
import io.sillok.queryapi.consistency.View;
import io.sillok.schemas.identity.UserResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// Who one is signed in as.
@Path(Api.BASE + "/auth/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "identity")
public final class AuthMeResource {

    private final OwnAccount own;

    AuthMeResource(OwnAccount own) {
        this.own = own;
    }

    @GET
    @Reads(View.USERS)
    @Operation(operationId = "whoAmI", summary = "The caller's own account")
    @ApiResponse(responseCode = "200", description = "the account", useReturnTypeSchema = true)
    public UserResource me(@Auth Caller caller) {
        return own.of(caller);
    }
}
