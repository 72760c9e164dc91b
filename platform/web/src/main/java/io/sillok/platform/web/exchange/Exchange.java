package io.sillok.platform.web.exchange;

import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.problems.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/// One request and its answer: who it is in the logs, when it began, what is learnt of it on its
/// way. Carried by the request; written by one thread at a time.
public final class Exchange {

    static final String NO_ROUTE = "none";

    private static final String ATTRIBUTE = Exchange.class.getName();
    private static final Pattern ACCEPTABLE_ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final UUID id = Ids.timeOrdered(Instant.now());
    private final String requestId;
    private final Trace trace;
    private final long began = System.nanoTime();
    private volatile String route = NO_ROUTE;
    private volatile @Nullable Failure failure;
    private volatile boolean lasting;

    private Exchange(@Nullable String requestId, @Nullable String traceparent) {
        this.requestId =
                requestId != null && ACCEPTABLE_ID.matcher(requestId).matches()
                        ? requestId
                        : id.toString();
        this.trace = Trace.continued(traceparent);
    }

    /// The exchange that a request belongs to; begins it when this is the first to ask.
    public static Exchange of(Request request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Exchange known) {
            return known;
        }
        Exchange begun =
                new Exchange(
                        request.getHeaders().get("X-Request-Id"),
                        request.getHeaders().get("traceparent"));
        request.setAttribute(ATTRIBUTE, begun);
        return begun;
    }

    /// The exchange that a servlet's request belongs to.
    public static Exchange of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Exchange known) {
            return known;
        }
        throw new IllegalStateException("every request passes the front door");
    }

    /// Names the request inside the platform: the correlation id of its commands and events.
    public UUID id() {
        return id;
    }

    /// Names the request towards the caller, who may have chosen it.
    public String requestId() {
        return requestId;
    }

    public Trace trace() {
        return trace;
    }

    /// How long it has taken so far.
    public double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    String millis() {
        return String.format(Locale.ROOT, "%.1f", seconds() * 1e3);
    }

    /// The path template of the resource that answers, for metrics.
    String route() {
        return route;
    }

    void routed(String template) {
        route = template;
    }

    /// Notes that it takes as long as there is something to tell: that is not slow.
    public void lasts() {
        lasting = true;
    }

    boolean isLasting() {
        return lasting;
    }

    /// Notes the problem that it ends with.
    public void failed(ErrorCode code, Incident incident) {
        failure = new Failure(code, incident);
    }

    Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    record Failure(ErrorCode code, Incident incident) {}
}
