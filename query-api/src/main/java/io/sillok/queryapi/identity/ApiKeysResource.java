package io.sillok.queryapi.identity;

import io.dropwizard.auth.Auth;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.queryapi.consistency.Reads;
import io.sillok.queryapi.consistency.View;
import io.sillok.queryapi.http.Listing;
import io.sillok.queryapi.http.NotFound;
import io.sillok.queryapi.http.Paged;
import io.sillok.schemas.identity.ApiKeyResource;
import io.sillok.schemas.personal.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/// One's own API keys, without what they are used with.
@Path(Api.BASE + "/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "identity")
public final class ApiKeysResource {

    private final ApiKeyQueries keys;

    ApiKeysResource(ApiKeyQueries keys) {
        this.keys = keys;
    }

    @GET
    @Reads(View.API_KEYS)
    @Paged
    @Operation(
            operationId = "listApiKeys",
            summary = "The caller's keys that were not revoked, the newest first")
    public Listing<ApiKeyResource> list(@Auth Caller caller, @Context UriInfo request) {
        UserId owner = new UserId(NotFound.id(OwnAccount.KIND, caller.id()));
        return keys.list(ApiKeyQueries.asked(owner, request.getQueryParameters()));
    }
}
