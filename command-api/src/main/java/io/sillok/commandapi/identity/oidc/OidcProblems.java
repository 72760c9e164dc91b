package io.sillok.commandapi.identity.oidc;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/// What can go wrong on the way through a provider. No text of the provider is passed on: whoever
/// calls the callback could have written it.
final class OidcProblems {

    private static final Set<String> OVERLOADED =
            Set.of(
                    OAuth2Error.SERVER_ERROR.getCode(),
                    OAuth2Error.TEMPORARILY_UNAVAILABLE.getCode());
    private static final Set<String> MISTAKES_OF_THE_CLIENT =
            Set.of(
                    OAuth2Error.INVALID_REQUEST.getCode(),
                    OAuth2Error.INVALID_CLIENT.getCode(),
                    OAuth2Error.UNAUTHORIZED_CLIENT.getCode(),
                    OAuth2Error.UNSUPPORTED_GRANT_TYPE.getCode(),
                    OAuth2Error.UNSUPPORTED_RESPONSE_TYPE.getCode(),
                    OAuth2Error.INVALID_SCOPE.getCode());

    private OidcProblems() {}

    static ProblemException unknownProvider() {
        return problem(
                ErrorCode.E4007,
                "provider-not-found",
                "Nobody can log in with this provider here.");
    }

    static ProblemException notBegun() {
        return refused(
                "login-expired",
                "This login was not begun in this browser, or too long ago; begin it again.");
    }

    static ProblemException otherState() {
        return refused(
                "state-mismatch",
                "This is not the answer to the login that this browser began; begin it again.");
    }

    static ProblemException malformedCallback() {
        return problem(
                ErrorCode.E4001, "callback-malformed", "This is no answer that a provider gives.");
    }

    static ProblemException refused(String reason, String detail) {
        return problem(ErrorCode.E4006, reason, detail);
    }

    /// What the provider answered in place of a code.
    static ProblemException inPlaceOfCode(ErrorObject error) {
        if (OVERLOADED.contains(error.getCode())) {
            return unavailable(new IOException("answered " + error.getCode()));
        }
        if (MISTAKES_OF_THE_CLIENT.contains(error.getCode())) {
            return misconfigured(error);
        }
        return refused("login-denied", "The provider did not let the login pass.");
    }

    /// What the provider answered in place of tokens.
    static ProblemException inPlaceOfTokens(ErrorObject error) {
        if (OAuth2Error.INVALID_GRANT.getCode().equals(error.getCode())) {
            return refused(
                    "code-refused", "The provider does not take the code; begin the login again.");
        }
        if (error.getHTTPStatusCode() >= 500 || OVERLOADED.contains(error.getCode())) {
            return unavailable(new IOException("answered " + error.getHTTPStatusCode()));
        }
        return misconfigured(error);
    }

    /// The provider cannot be reached, or says so itself.
    static ProblemException unavailable(Throwable cause) {
        return problem(
                        ErrorCode.E5004,
                        "provider-unavailable",
                        "The provider does not answer at the moment; try again.")
                .withStatus(503)
                .withHeaders(Map.of("Retry-After", "5"))
                .because(cause);
    }

    /// What the provider says breaks the protocol.
    static ProblemException incomprehensible(String what) {
        return problem(
                        ErrorCode.E5004,
                        "provider-answer-invalid",
                        "The provider answers what it must not answer.")
                .withStatus(502)
                .because(new IOException(what));
    }

    private static ProblemException misconfigured(ErrorObject error) {
        String code = MISTAKES_OF_THE_CLIENT.contains(error.getCode()) ? error.getCode() : "other";
        return problem(
                        ErrorCode.E5004,
                        "provider-refused",
                        "The provider does not accept this installation as its client.")
                .withStatus(502)
                .because(new IOException("answered " + code));
    }

    private static ProblemException problem(ErrorCode code, String reason, String detail) {
        return ProblemException.of(Problem.of(code, reason, detail));
    }
}
