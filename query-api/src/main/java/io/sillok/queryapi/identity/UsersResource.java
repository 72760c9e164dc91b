package io.sillok.queryapi.identity;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.dropwizard.auth.Auth;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.access.Requires;
import io.sillok.platform.web.access.Scopes;
import io.sillok.queryapi.consistency.Reads;
import io.sillok.queryapi.consistency.View;
import io.sillok.queryapi.http.Listing;
import io.sillok.queryapi.http.NotFound;
import io.sillok.queryapi.http.Paged;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.identity.UserResource;
import io.sillok.schemas.personal.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/// Accounts: one's own, and for administrators everybody's.
@Path(Api.BASE + "/users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "identity")
public final class UsersResource {

    private final UserQueries users;
    private final OwnAccount own;

    UsersResource(UserQueries users, OwnAccount own) {
        this.users = users;
        this.own = own;
    }

    @GET
    @Requires(role = Role.ADMIN, scope = Scopes.OPERATIONS_ADMIN)
    @Reads(View.USERS)
    @Paged
    @Operation(
            operationId = "listUsers",
            summary = "Accounts, the newest first",
            parameters = {
                @Parameter(
                        in = QUERY,
                        name = "search",
                        description = "part of a name or an address, up to 200 characters"),
                @Parameter(in = QUERY, name = "role", description = "user, editor or admin"),
                @Parameter(in = QUERY, name = "active", description = "true or false")
            })
    public Listing<UserResource> list(@Context UriInfo request) {
        return users.list(UserQueries.asked(request.getQueryParameters()));
    }

    @GET
    @Path("/me")
    @Reads(View.USERS)
    @Operation(operationId = "getOwnUser", summary = "The caller's own account")
    @ApiResponse(responseCode = "200", description = "the account", useReturnTypeSchema = true)
    public UserResource me(@Auth Caller caller) {
        return own.of(caller);
    }

    @GET
    @Path("/{id}")
    @Requires(role = Role.ADMIN, scope = Scopes.OPERATIONS_ADMIN)
    @Reads(View.USERS)
    @Operation(operationId = "getUser", summary = "One account")
    @ApiResponse(responseCode = "200", description = "the account", useReturnTypeSchema = true)
    public UserResource one(@PathParam("id") String id) {
        return users.find(new UserId(NotFound.id(OwnAccount.KIND, id)))
                .orElseThrow(NotFound.of(OwnAccount.KIND));
    }
}
