package io.sillok.commandapi.identity;

import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Public;
import io.sillok.platform.web.access.Scopes;
import io.sillok.platform.web.http.Fields;
import io.sillok.platform.web.problems.ProblemException;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;

/// The token endpoint of OAuth 2.0 (RFC 6749): the grants `password` and `refresh_token`, for
/// clients without a secret of their own. Everything it answers has the form of the RFC.
@Path(Api.BASE + "/auth/token")
@Produces(MediaType.APPLICATION_JSON)
@Public
@Tag(name = "identity")
public final class TokenResource {

    private final SignIn signIn;
    private final Sessions sessions;

    TokenResource(SignIn signIn, Sessions sessions) {
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "token",
            summary = "OAuth 2.0: grant_type password (username, password) or refresh_token")
    @ApiResponse(
            responseCode = "200",
            description = "Tokens",
            content = @Content(schema = @Schema(implementation = TokenPair.class)))
    @ApiResponse(
            responseCode = "400",
            description = "invalid_request, invalid_grant, invalid_scope, unsupported_grant_type",
            content = @Content(schema = @Schema(implementation = OAuthError.class)))
    public Response token(
            @Context HttpServletRequest request, MultivaluedMap<String, String> form) {
        try {
            return LoginResource.answer(grant(FormBody.lenient(form), request));
        } catch (ProblemException e) {
            return OAuthError.answer(e, request);
        }
    }

    private TokenPair grant(FormBody form, HttpServletRequest request) {
        String grant = required(form, "grant_type");
        TokenPair tokens =
                switch (grant) {
                    case "password" -> {
                        knownScopes(form);
                        yield signIn.signIn(
                                required(form, "username"), required(form, "password"), request);
                    }
                    case "refresh_token" -> {
                        knownScopes(form);
                        yield sessions.refresh(required(form, "refresh_token"), request);
                    }
                    default -> throw OAuthError.Kind.UNSUPPORTED_GRANT_TYPE.refusal();
                };
        return form.field("scope").isPresent() ? tokens : tokens.withoutScope();
    }

    /// Whatever is asked for, a token is good for all that its holder may do, and says so.
    private static void knownScopes(FormBody form) {
        boolean known =
                form.field("scope").stream()
                        .flatMap(scope -> List.of(scope.split(" ")).stream())
                        .allMatch(Scopes.ALL::contains);
        if (!known) {
            throw OAuthError.Kind.INVALID_SCOPE.refusal();
        }
    }

    private static String required(FormBody form, String name) {
        int most =
                name.equals("password")
                        ? LoginResource.LONGEST_PASSWORD
                        : LoginResource.LONGEST_NAME;
        Fields fields = new Fields();
        String value = AccountRules.presented(fields, name, form.field(name), most);
        fields.orThrow();
        return value;
    }
}
