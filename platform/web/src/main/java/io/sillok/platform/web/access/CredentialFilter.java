package io.sillok.platform.web.access;

import io.dropwizard.auth.AuthFilter;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Lets a request pass that comes with a [Credential] which counts.
@Priority(Priorities.AUTHENTICATION)
final class CredentialFilter extends AuthFilter<Credential, Caller> {

    private CredentialFilter() {}

    static CredentialFilter of(TokenVerifier verifier, Guard guard) {
        InstantSource clock = InstantSource.system();
        return new Builder()
                .setPrefix("Bearer")
                .setRealm("sillok")
                .setAuthenticator(
                        credential ->
                                Optional.of(
                                        switch (credential) {
                                            case Credential.Token(var text) ->
                                                    ofToken(verifier, guard.revocations(), text);
                                            case Credential.Key(var text) ->
                                                    ofKey(guard, text, clock);
                                        }))
                .setAuthorizer(
                        (caller, role, _) ->
                                caller.roles().stream().anyMatch(held -> held.word().equals(role)))
                .buildAuthFilter();
    }

    @Override
    public void filter(ContainerRequestContext request) {
        authenticate(request, Credential.of(request.getHeaders()), "BEARER");
    }

    private static Caller ofToken(TokenVerifier verifier, Revocations revocations, String token) {
        try {
            return switch (verifier.verify(token)) {
                case Verification.Valid(var caller, var issued) -> {
                    if (isVoid(revocations.ofToken(caller, issued))) {
                        throw Credential.invalidToken("token-revoked");
                    }
                    yield caller;
                }
                case Verification.Invalid(var reason) -> throw Credential.invalidToken(reason);
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

    private static Caller ofKey(Guard guard, String text, InstantSource clock) {
        IssuedKey key = guard.issued(text, clock).orElseThrow(Credential::invalidKey);
        if (isVoid(guard.revocations().ofKey(key.id(), key.holder()))) {
            throw Credential.invalidKey();
        }
        return key.caller();
    }

    private static boolean isVoid(Revocations.Standing standing) {
        return switch (standing) {
            case VALID -> false;
            case VOID -> true;
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

    private static final class Builder
            extends AuthFilterBuilder<Credential, Caller, CredentialFilter> {

        @Override
        protected CredentialFilter newInstance() {
            return new CredentialFilter();
        }
    }
}
