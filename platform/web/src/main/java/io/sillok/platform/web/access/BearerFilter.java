package io.sillok.platform.web.access;

import io.dropwizard.auth.AuthFilter;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Lets a request pass whose `Authorization: Bearer` header holds a valid token (RFC 6750). A token
/// in the query or in a form is never looked at: it would end up in logs.
@Priority(Priorities.AUTHENTICATION)
final class BearerFilter extends AuthFilter<String, Caller> {

    private static final String SCHEME = "bearer ";

    private BearerFilter() {}

    static BearerFilter of(TokenVerifier verifier, Revocations revocations) {
        return new Builder()
                .setPrefix("Bearer")
                .setRealm("sillok")
                .setAuthenticator(token -> Optional.of(authenticate(verifier, revocations, token)))
                .setAuthorizer(
                        (caller, role, _) ->
                                caller.roles().stream().anyMatch(held -> held.word().equals(role)))
                .buildAuthFilter();
    }

    @Override
    public void filter(ContainerRequestContext request) {
        authenticate(request, token(request), "BEARER");
    }

    private static Caller authenticate(
            TokenVerifier verifier, Revocations revocations, String token) {
        try {
            return switch (verifier.verify(token)) {
                case Verification.Valid(var caller, var issued) ->
                        checked(caller, revocations.ofToken(caller, issued));
                case Verification.Invalid(var reason) -> throw invalid(reason);
            };
        } catch (TokenVerifier.KeysUnavailable e) {
            throw ProblemException.of(
                            Problem.of(
                                    ErrorCode.E5004,
                                    "keys-unavailable",
                                    "Tokens cannot be checked at the moment; try again."))
                    .withStatus(503)
                    .because(e);
        }
    }

    private static Caller checked(Caller caller, Revocations.Standing standing) {
        return switch (standing) {
            case VALID -> caller;
            case VOID -> throw invalid("token-revoked");
            case UNKNOWN ->
                    throw ProblemException.of(
                                    Problem.of(
                                            ErrorCode.E5005,
                                            "revocations-unknown",
                                            "The service does not know yet which tokens were"
                                                    + " revoked; try again."))
                            .withHeaders(Map.of(HttpHeaders.RETRY_AFTER, "1"));
        };
    }

    private static ProblemException invalid(String reason) {
        return refused(
                reason,
                "The token is not valid; obtain a new one.",
                "Bearer realm=\"sillok\", error=\"invalid_token\"");
    }

    private static String token(ContainerRequestContext request) {
        List<String> headers = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (headers == null || headers.isEmpty()) {
            throw refused(
                    "token-missing",
                    "Send a token in the header Authorization: Bearer.",
                    "Bearer realm=\"sillok\"");
        }
        String header = headers.getFirst();
        if (headers.size() > 1 || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw refused(
                    "token-missing",
                    "Send one token in the header Authorization: Bearer.",
                    "Bearer realm=\"sillok\", error=\"invalid_request\"");
        }
        return header.substring(SCHEME.length()).strip();
    }

    private static ProblemException refused(String reason, String detail, String challenge) {
        return ProblemException.of(Problem.of(ErrorCode.E4006, reason, detail))
                .withHeaders(Map.of(HttpHeaders.WWW_AUTHENTICATE, challenge));
    }

    private static final class Builder extends AuthFilterBuilder<String, Caller, BearerFilter> {

        @Override
        protected BearerFilter newInstance() {
            return new BearerFilter();
        }
    }
}
