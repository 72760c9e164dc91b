package io.sillok.commandapi.identity.oidc;

import io.sillok.commandapi.identity.oidc.ProviderLogin.Begun;
import io.sillok.commandapi.identity.oidc.ProviderLogin.Finished;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Public;
import io.sillok.platform.web.access.Revocations;
import io.sillok.platform.web.problems.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Login with an account elsewhere. A browser is only ever sent to the provider's own authorization
/// endpoint; nothing in a request says where to go.
@Path(Api.BASE + "/auth/oidc/{provider}")
@Produces(MediaType.APPLICATION_JSON)
@Public
@Tag(name = "identity")
public final class OidcResource {

    private final ProviderLogins logins;
    private final Callbacks callbacks;
    private final ExternalAccounts accounts;
    private final Revocations revocations;

    OidcResource(
            ProviderLogins logins,
            Callbacks callbacks,
            ExternalAccounts accounts,
            Revocations revocations) {
        this.logins = logins;
        this.callbacks = callbacks;
        this.accounts = accounts;
        this.revocations = revocations;
    }

    @GET
    @Operation(
            operationId = "beginOidcLogin",
            summary = "Send the browser to an OpenID Connect provider")
    @ApiResponse(responseCode = "302", description = "To the provider")
    public Response begin(
            @Context HttpServletRequest request, @PathParam("provider") String provider) {
        ProviderLogin login = logins.with(provider);
        Begun begun = login.begin(Optional.empty(), callbacks.of(login, request));
        return Response.status(Response.Status.FOUND)
                .location(begun.authorization())
                .cookie(callbacks.cookie(login, begun.sealed()))
                .build();
    }

    @GET
    @Path("/callback")
    @Operation(
            operationId = "finishOidcLogin",
            summary = "Where the provider sends the browser back to")
    @ApiResponse(
            responseCode = "200",
            description = "Tokens of a new session, or the account that was linked",
            content = @Content(schema = @Schema(ref = "TokenPair")))
    public Response finish(
            @Context HttpServletRequest request,
            @Context UriInfo uri,
            @PathParam("provider") String provider,
            @CookieParam(Callbacks.COOKIE) @Nullable Cookie cookie) {
        ProviderLogin login = logins.with(provider);
        try {
            Finished finished =
                    login.finish(
                            Optional.ofNullable(cookie).map(Cookie::getValue),
                            uri.getQueryParameters(),
                            callbacks.of(login, request));
            return Response.fromResponse(answer(finished, request))
                    .header(HttpHeaders.SET_COOKIE, callbacks.noCookie(login))
                    .build();
        } catch (ProblemException e) {
            throw e.withHeaders(Map.of(HttpHeaders.SET_COOKIE, callbacks.noCookie(login)));
        }
    }

    private Response answer(Finished finished, HttpServletRequest request) {
        if (finished.linking().isEmpty()) {
            return accounts.enter(finished.identity(), request);
        }
        Linking linking = finished.linking().get();
        if (!linking.counts(revocations)) {
            throw OidcProblems.notBegun();
        }
        return accounts.link(finished.identity(), linking.user(), request);
    }
}
