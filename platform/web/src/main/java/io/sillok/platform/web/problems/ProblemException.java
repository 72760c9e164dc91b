package io.sillok.platform.web.problems;

import io.sillok.platform.web.exchange.Incident;
import io.sillok.schemas.problems.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Ends a request with a problem. The one exception that resources and filters throw on purpose.
///
/// Immutable; the `with…` methods answer a changed copy.
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final int status;
    private final transient Map<String, String> headers;
    private final transient Optional<Incident> incident;

    private ProblemException(
            Problem problem,
            int status,
            Map<String, String> headers,
            Optional<Incident> incident,
            @Nullable Throwable cause) {
        super(problem.reason(), cause);
        this.problem = problem;
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.incident = incident;
    }

    /// With the status that belongs to the problem's code, and `Retry-After` where it says when.
    public static ProblemException of(Problem problem) {
        Map<String, String> headers =
                problem.retryAfter()
                        .map(seconds -> Map.of("Retry-After", Long.toString(seconds)))
                        .orElseGet(Map::of);
        return new ProblemException(
                problem, problem.code().status(), headers, Optional.empty(), null);
    }

    /// With another HTTP status than the one of the code.
    public ProblemException withStatus(int other) {
        return new ProblemException(problem, other, headers, incident, getCause());
    }

    /// With these headers in the answer, beside those it has.
    public ProblemException withHeaders(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new ProblemException(problem, status, all, incident, getCause());
    }

    /// With an incident that is known already, instead of a new one.
    public ProblemException withIncident(Incident known) {
        return new ProblemException(problem, status, headers, Optional.of(known), getCause());
    }

    /// With what led to it, for the log.
    public ProblemException because(Throwable cause) {
        return new ProblemException(problem, status, headers, incident, cause);
    }

    public Problem problem() {
        return problem;
    }

    public int status() {
        return status;
    }

    public Map<String, String> headers() {
        return headers;
    }

    Optional<Incident> incident() {
        return incident;
    }
}
