package io.sillok.commandapi.identity;

import io.dropwizard.auth.Auth;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.access.Public;
import io.sillok.platform.web.access.SessionClaim;
import io.sillok.platform.web.http.Fields;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.identity.SessionId;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.swagger.v3.oas.annotations.Hidden;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;

/// Signing in, staying signed in, signing out.
@Path(Api.BASE + "/auth")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "identity")
public final class LoginResource {

    static final int LONGEST_NAME = 320;
    static final int LONGEST_PASSWORD = 1_000;
    static final int LONGEST_TOKEN = 200;

    private static final String NO_STORE = "no-store";

    private final SignIn signIn;
    private final Sessions sessions;

    LoginResource(SignIn signIn, Sessions sessions) {
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @POST
    @Path("/login")
    @Consumes(MediaType.APPLICATION_JSON)
    @Public
    @Operation(operationId = "login", summary = "Sign in, by JSON or by form")
    @ApiResponse(
            responseCode = "200",
            description = "Tokens of a new session",
            content = @Content(schema = @Schema(implementation = TokenPair.class)))
    public Response login(@Context HttpServletRequest request, LoginBody body) {
        Fields fields = new Fields();
        String name = AccountRules.presented(fields, "username", body.username(), LONGEST_NAME);
        String password =
                AccountRules.presented(fields, "password", body.password(), LONGEST_PASSWORD);
        fields.orThrow();
        return answer(signIn.signIn(name, password, request).withoutScope());
    }

    @POST
    @Path("/login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Public
    @Hidden
    public Response loginByForm(
            @Context HttpServletRequest request, MultivaluedMap<String, String> form) {
        FormBody fields = FormBody.strict(form, Set.of("username", "password"));
        return login(request, new LoginBody(fields.field("username"), fields.field("password")));
    }

    @POST
    @Path("/refresh")
    @Consumes(MediaType.APPLICATION_JSON)
    @Public
    @Operation(
            operationId = "refresh",
            summary = "Exchange a refresh token; one that was used before ends its session")
    @ApiResponse(
            responseCode = "200",
            description = "The next tokens of the session",
            content = @Content(schema = @Schema(implementation = TokenPair.class)))
    public Response refresh(@Context HttpServletRequest request, RefreshBody body) {
        Fields fields = new Fields();
        String token =
                AccountRules.presented(fields, "refresh_token", body.refreshToken(), LONGEST_TOKEN);
        fields.orThrow();
        return answer(sessions.refresh(token, request).withoutScope());
    }

    @POST
    @Path("/logout")
    @Operation(operationId = "logout", summary = "End the session that the token belongs to")
    @ApiResponse(responseCode = "204", description = "It is over")
    public Response logout(@Auth Caller caller, @Context HttpServletRequest request) {
        SessionClaim session = caller.session().orElseThrow(LoginResource::noSession);
        sessions.end(
                new SessionId(session.id()), UserId.parse(caller.id()), caller.actor(), request);
        return Response.noContent().build();
    }

    /// Tokens are for whoever asked, and for no cache on the way.
    static Response answer(TokenPair tokens) {
        return Response.ok(tokens, MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .header("Pragma", "no-cache")
                .build();
    }

    private static ProblemException noSession() {
        return ProblemException.of(
                Problem.of(
                        ErrorCode.E4008,
                        "no-session",
                        "What this was sent with belongs to no session that could end."));
    }

    /// @param username or the e-mail address
    @Schema(name = "Login")
    record LoginBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<String> username,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "password")
                    Optional<String> password) {

        /// Holds what must not be logged.
        @Override
        public String toString() {
            return "LoginBody";
        }
    }

    @Schema(name = "Refresh")
    record RefreshBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<String> refreshToken) {

        /// Holds what must not be logged.
        @Override
        public String toString() {
            return "RefreshBody";
        }
    }
}
