package io.sillok.commandapi.identity.oidc;

import io.dropwizard.auth.Auth;
import io.sillok.commandapi.identity.oidc.ProviderLogin.Begun;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.access.Requires;
import io.sillok.platform.web.access.Scopes;
import io.sillok.platform.web.access.SessionClaim;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Linking an identity elsewhere to one's own account. Begins as a login does, but is asked for
/// with a token, which a browser that follows a link does not send: hence a POST, whose answer says
/// where to go.
@Path(Api.BASE + "/auth/oidc/{provider}/link")
@Produces(MediaType.APPLICATION_JSON)
@Requires(scope = Scopes.ACCOUNT_MANAGE)
@Tag(name = "identity")
public final class LinkResource {

    private final ProviderLogins logins;
    private final Callbacks callbacks;
    private final InstantSource clock;

    LinkResource(ProviderLogins logins, Callbacks callbacks, InstantSource clock) {
        this.logins = logins;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    @POST
    @Operation(
            operationId = "linkOidcIdentity",
            summary = "Begin to link an identity elsewhere to one's own account")
    @ApiResponse(
            responseCode = "200",
            description = "Where the browser has to go",
            content = @Content(schema = @Schema(implementation = Authorization.class)))
    public Response begin(
            @Auth Caller caller,
            @Context HttpServletRequest request,
            @PathParam("provider") String provider) {
        ProviderLogin login = logins.with(provider);
        SessionClaim session = caller.session().orElseThrow(LinkResource::noSession);
        Linking linking =
                new Linking(
                        UserId.parse(caller.id()),
                        session,
                        clock.instant().truncatedTo(ChronoUnit.SECONDS));
        Begun begun = login.begin(Optional.of(linking), callbacks.of(login, request));
        return Response.ok(new Authorization(begun.authorization()))
                .cookie(callbacks.cookie(login, begun.sealed()))
                .build();
    }

    private static ProblemException noSession() {
        return ProblemException.of(
                Problem.of(
                        ErrorCode.E4005,
                        "session-required",
                        "Only who has signed in can link an identity."));
    }

    /// Where a browser has to go.
    @Schema(name = "Authorization")
    record Authorization(URI authorizationUrl) {}
}
