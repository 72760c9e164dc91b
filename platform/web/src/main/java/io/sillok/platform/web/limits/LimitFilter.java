package io.sillok.platform.web.limits;

import io.github.bucket4j.TimeMeter;
import io.sillok.platform.web.access.ApiKeyToken;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import jakarta.annotation.Priority;
import jakarta.inject.Provider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.Map;
import java.util.Optional;

/// Counts the requests to one method, turns away who asks too often, and tells everybody what is
/// left to them in the headers `RateLimit` and `RateLimit-Policy`
/// (draft-ietf-httpapi-ratelimit-headers).
@Priority(Priorities.AUTHORIZATION + 1)
final class LimitFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String TAKEN = LimitFilter.class.getName();
    private static final String API_KEY = "X-API-Key";

    private final Limited limited;
    private final Allowances allowances;
    private final Provider<HttpServletRequest> servlet;

    LimitFilter(Limited limited, Provider<HttpServletRequest> servlet) {
        this.limited = limited;
        this.allowances = new Allowances(limited.perMinute(), TimeMeter.SYSTEM_NANOTIME);
        this.servlet = servlet;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Allowances.Taken taken = allowances.take(asker(request));
        request.setProperty(TAKEN, taken);
        if (!taken.isAllowed()) {
            throw ProblemException.of(
                            Problem.of(
                                    ErrorCode.E4004,
                                    "rate-limited",
                                    "This may be asked for "
                                            + limited.perMinute()
                                            + " times a minute; see Retry-After."))
                    .withHeaders(Map.of("Retry-After", Long.toString(taken.seconds())));
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(TAKEN) instanceof Allowances.Taken taken) {
            response.getHeaders()
                    .putSingle(
                            "RateLimit-Policy",
                            "\"%s\";q=%d;w=60".formatted(limited.policy(), limited.perMinute()));
            response.getHeaders()
                    .putSingle(
                            "RateLimit",
                            "\"%s\";r=%d;t=%d"
                                    .formatted(limited.policy(), taken.left(), taken.seconds()));
        }
    }

    /// Whoever asks with a key was let in with it, so it is one.
    private String asker(ContainerRequestContext request) {
        Optional<String> key =
                Optional.ofNullable(request.getHeaderString(API_KEY))
                        .flatMap(text -> ApiKeyToken.parse(text.strip()))
                        .map(token -> "key " + token.id());
        return key.orElseGet(
                () ->
                        request.getSecurityContext().getUserPrincipal() instanceof Caller caller
                                ? "person " + caller.id()
                                : "address " + servlet.get().getRemoteAddr());
    }
}
