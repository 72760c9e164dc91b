package io.sillok.queryapi.consistency;

import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.List;
import java.util.Map;

/// Holds a request back until the views it reads are fresh enough. When that takes too long the
/// answer is 503 with how far they are behind, or, to a lenient caller, a stale answer that says
/// so.
@Priority(Priorities.USER)
final class ConsistencyFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String STALE = "io.sillok.stale";

    private final Barrier barrier;
    private final List<View> views;
    private final ConsistencyMetrics metrics;

    ConsistencyFilter(Barrier barrier, List<View> views, ConsistencyMetrics metrics) {
        this.barrier = barrier;
        this.views = List.copyOf(views);
        this.metrics = metrics;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Demand demand =
                Demand.parse(
                        lines(request, Demand.TOKEN),
                        lines(request, Demand.CONSISTENCY),
                        lines(request, Demand.PREFER));
        if (demand.isNothing()) {
            return;
        }
        long lag = views.stream().mapToLong(view -> lag(demand, view)).max().orElse(0);
        if (lag > 0 && !demand.lenient()) {
            throw behind(lag);
        }
        if (lag > 0) {
            request.setProperty(STALE, "stale; lag=" + lag);
        }
    }

    private long lag(Demand demand, View view) {
        long begun = System.nanoTime();
        long lag = barrier.pass(demand, view);
        metrics.held(view, lag == 0, System.nanoTime() - begun);
        return lag;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(STALE) instanceof String stale) {
            response.getHeaders().putSingle(Demand.CONSISTENCY, stale);
        }
    }

    private static ProblemException behind(long lag) {
        return ProblemException.of(
                        Problem.of(
                                ErrorCode.E5009,
                                "read-model-behind",
                                "The view that answers this is still "
                                        + lag
                                        + " log entries behind; try again, or accept a stale answer"
                                        + " with Prefer: handling=lenient."))
                .withHeaders(Map.of("Retry-After", "1", Demand.CONSISTENCY, "behind; lag=" + lag));
    }

    private static List<String> lines(ContainerRequestContext request, String header) {
        return request.getHeaders().getOrDefault(header, List.of());
    }
}
