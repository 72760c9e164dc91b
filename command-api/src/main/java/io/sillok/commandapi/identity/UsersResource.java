package io.sillok.commandapi.identity;

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
import io.sillok.schemas.identity.UserCommand;
import io.sillok.schemas.identity.UserResource;
import io.sillok.schemas.personal.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/// Looking after the accounts of others.
@Path(Api.BASE + "/users")
@Produces(MediaType.APPLICATION_JSON)
@Requires(role = Role.ADMIN, scope = Scopes.OPERATIONS_ADMIN)
@Tag(name = "identity")
public final class UsersResource {

    private final CommandGateway gateway;
    private final Arrival arrival;

    UsersResource(CommandGateway gateway, Arrival arrival) {
        this.gateway = gateway;
        this.arrival = arrival;
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "administerUser",
            summary = "Give or take roles, let somebody do anything or nothing")
    @ApiResponse(
            responseCode = "200",
            description = "The account",
            content = @Content(schema = @Schema(implementation = UserResource.class)))
    public Response administer(
            @Auth Caller caller,
            @Context HttpServletRequest request,
            @PathParam("id") String id,
            UserPatch body) {
        UserId user = new UserId(PathId.parse(id, "user-not-found"));
        UserCommand command = body.checked(user);
        return arrival.ofAccount(
                user,
                gateway.submit(
                        CommandHeaders.of(caller, request),
                        Order.update(command.key(), command.subject(), command)));
    }

    /// What is to be different; what is left out stays as it is.
    ///
    /// @param active whether they may do anything
    @Schema(name = "UserPatch")
    record UserPatch(
            @Schema(minLength = 1) Optional<List<String>> roles, Optional<Boolean> active) {

        private UserCommand checked(UserId user) {
            Fields fields = new Fields();
            if (roles.isEmpty() && active.isEmpty()) {
                fields.missing("roles");
                fields.missing("active");
            }
            if (roles.filter(List::isEmpty).isPresent()) {
                fields.wrong("roles", "must not be empty");
            }
            Words words = new Words(fields);
            Optional<List<Role>> parsed =
                    roles.map(
                            given ->
                                    given.stream()
                                            .map(
                                                    word ->
                                                            words.one(
                                                                    "roles",
                                                                    Optional.of(word),
                                                                    Role.values(),
                                                                    Role::word))
                                            .toList());
            fields.orThrow();
            return new UserCommand.Administer(user, parsed, active);
        }
    }
}
