package io.sillok.commandapi.identity;

import io.dropwizard.auth.Auth;
import io.sillok.commandapi.gateway.CommandGateway;
import io.sillok.commandapi.gateway.CommandHeaders;
import io.sillok.commandapi.gateway.Order;
import io.sillok.commandapi.identity.passwords.Passwords;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.access.Requires;
import io.sillok.platform.web.access.Scopes;
import io.sillok.platform.web.http.Fields;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.identity.SessionId;
import io.sillok.schemas.identity.UserCommand;
import io.sillok.schemas.identity.UserResource;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/// Setting another password.
@Path(Api.BASE + "/users/me/password")
@Produces(MediaType.APPLICATION_JSON)
@Requires(scope = Scopes.ACCOUNT_MANAGE)
@Tag(name = "identity")
public final class PasswordResource {

    private final CommandGateway gateway;
    private final CredentialDirectory directory;
    private final SignIn signIn;
    private final Passwords passwords;
    private final Arrival arrival;

    PasswordResource(
            CommandGateway gateway,
            CredentialDirectory directory,
            SignIn signIn,
            Passwords passwords,
            Arrival arrival) {
        this.gateway = gateway;
        this.directory = directory;
        this.signIn = signIn;
        this.passwords = passwords;
        this.arrival = arrival;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changePassword",
            summary =
                    "Set another password, or a first one; all other sessions end, and tokens of this"
                            + " one have to be refreshed")
    @ApiResponse(
            responseCode = "200",
            description = "The account",
            content = @Content(schema = @Schema(implementation = UserResource.class)))
    public Response change(
            @Auth Caller caller, @Context HttpServletRequest request, PasswordBody body) {
        UserId user = Holder.of(caller);
        Fields fields = new Fields();
        String next = AccountRules.password(fields, "new_password", body.newPassword());
        Optional<Account> account = directory.find(user);
        boolean hasOne = account.flatMap(Account::passwordHash).isPresent();
        String current =
                hasOne
                        ? AccountRules.presented(
                                fields,
                                "current_password",
                                body.currentPassword(),
                                LoginResource.LONGEST_PASSWORD)
                        : "";
        fields.orThrow();
        if (hasOne) {
            requireRight(account.orElseThrow(), current, request);
        }
        var command =
                new UserCommand.ChangePassword(
                        user,
                        Optional.of(passwords.hash(next)),
                        caller.session().map(session -> new SessionId(session.id())));
        return arrival.ofAccount(
                user,
                gateway.submit(
                        CommandHeaders.of(caller, request),
                        Order.update(command.key(), command.subject(), command)));
    }

    private void requireRight(Account account, String current, HttpServletRequest request) {
        if (!signIn.isRight(account, current, request)) {
            throw ProblemException.of(
                    new Problem(
                            ErrorCode.E4001,
                            "wrong-password",
                            "The current password is another one.",
                            List.of(
                                    new Problem.Violation(
                                            "current_password", "is not the password"))));
        }
    }

    /// @param currentPassword may be left out where there is none yet
    @Schema(name = "PasswordChange")
    record PasswordBody(
            @Schema(format = "password") Optional<String> currentPassword,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            description =
                                    "with an upper- and a lower-case letter, a digit, a symbol",
                            format = "password",
                            minLength = 8,
                            maxLength = 100)
                    Optional<String> newPassword) {

        /// Holds what must not be logged.
        @Override
        public String toString() {
            return "PasswordBody";
        }
    }
}
