package io.sillok.commandapi.identity;

import io.sillok.platform.web.exchange.Exchange;
import io.sillok.platform.web.exchange.Incident;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the token endpoint answers when there is no token (RFC 6749, section 5.2).
///
/// @param incidentId finds this occurrence in the logs; a member of our own, which the RFC lets
///   clients ignore
@Schema(name = "OAuthError")
record OAuthError(
        @Schema(example = "invalid_grant") String error,
        String errorDescription,
        String incidentId) {

    /// What can be wrong. The first two belong to the RFC's other endpoint; it has none for them
    /// here.
    enum Kind {
        SERVER_ERROR(ErrorCode.E5004),
        TEMPORARILY_UNAVAILABLE(ErrorCode.E5005),
        INVALID_REQUEST(ErrorCode.E4001),
        INVALID_GRANT(ErrorCode.E4006),
        INVALID_SCOPE(ErrorCode.E4001),
        UNSUPPORTED_GRANT_TYPE(ErrorCode.E4001);

        private final ErrorCode code;

        Kind(ErrorCode code) {
            this.code = code;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String reason() {
            return word().replace('_', '-');
        }

        /// A problem that is answered as this.
        ProblemException refusal() {
            return ProblemException.of(
                    Problem.of(code, reason(), "The request cannot be granted: " + word() + "."));
        }

        private static Kind of(Problem problem) {
            return Arrays.stream(values())
                    .filter(kind -> kind.reason().equals(problem.reason()))
                    .findFirst()
                    .orElseGet(() -> of(problem.code()));
        }

        private static Kind of(ErrorCode code) {
            return switch (code.status()) {
                case 400, 413, 415 -> INVALID_REQUEST;
                case 500 -> SERVER_ERROR;
                case 503, 504 -> TEMPORARILY_UNAVAILABLE;
                default -> INVALID_GRANT;
            };
        }
    }

    /// Answers a refusal: 400, except that too many attempts stay 429 and what is our own fault
    /// stays 5xx.
    static Response answer(ProblemException refusal, HttpServletRequest request) {
        Problem problem = refusal.problem();
        Incident incident = Incident.now(Clock.systemUTC());
        Exchange.of(request).failed(problem.code(), incident);
        boolean asItIs = refusal.status() == 429 || refusal.status() >= 500;
        var answer =
                Response.status(asItIs ? refusal.status() : 400)
                        .type(MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header("Pragma", "no-cache")
                        .entity(
                                new OAuthError(
                                        Kind.of(problem).word(), problem.detail(), incident.id()));
        Optional.ofNullable(refusal.headers().get(HttpHeaders.RETRY_AFTER))
                .ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        return answer.build();
    }
}
