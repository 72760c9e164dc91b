package io.sillok.commandapi.identity;

import io.sillok.commandapi.gateway.CommandGateway;
import io.sillok.commandapi.gateway.CommandHeaders;
import io.sillok.commandapi.gateway.Order;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Public;
import io.sillok.platform.web.http.Fields;
import io.sillok.schemas.envelope.Actor;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;

/// Opening an account.
@Path(Api.BASE + "/auth/register")
@Produces(MediaType.APPLICATION_JSON)
@Public
@Tag(name = "identity")
public final class RegisterResource {

    private final CommandGateway gateway;
    private final NewSecrets secrets;
    private final Arrival arrival;

    RegisterResource(CommandGateway gateway, NewSecrets secrets, Arrival arrival) {
        this.gateway = gateway;
        this.secrets = secrets;
        this.arrival = arrival;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "register", summary = "Open an account")
    @ApiResponse(
            responseCode = "201",
            description = "The account",
            content = @Content(schema = @Schema(implementation = UserResource.class)))
    public Response register(@Context HttpServletRequest request, RegisterBody body) {
        Person person = body.checked();
        Optional<String> key = CommandHeaders.keyOf(request);
        UserId id = new UserId(secrets.userId(person.email(), key));
        CommandHeaders headers = CommandHeaders.of(new Actor(id.toString(), Set.of()), request);
        var command =
                new UserCommand.Register(
                        id,
                        Optional.of(person.email()),
                        Optional.of(person.username()),
                        person.fullName(),
                        Optional.of(secrets.hash(person.password(), id, key)));
        return arrival.ofAccount(
                id,
                gateway.submit(headers, Order.create(command.key(), command.subject(), command)));
    }

    private record Person(
            String email, String username, String password, Optional<String> fullName) {}

    /// Who somebody is, and the password they shall sign in with.
    @Schema(name = "Registration")
    record RegisterBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "email", maxLength = 254)
                    Optional<String> email,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            minLength = 3,
                            maxLength = 50,
                            pattern = "[A-Za-z0-9._-]+")
                    Optional<String> username,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            description =
                                    "with an upper- and a lower-case letter, a digit, a symbol",
                            format = "password",
                            minLength = 8,
                            maxLength = 100)
                    Optional<String> password,
            @Schema(minLength = 2, maxLength = 100) Optional<String> fullName) {

        private Person checked() {
            Fields fields = new Fields();
            Person person =
                    new Person(
                            AccountRules.email(fields, email),
                            AccountRules.username(fields, username),
                            AccountRules.password(fields, "password", password),
                            AccountRules.fullName(fields, fullName));
            fields.orThrow();
            return person;
        }

        /// Holds what must not be logged.
        @Override
        public String toString() {
            return "RegisterBody";
        }
    }
}
