package io.sillok.platform.web.health;

import io.sillok.platform.web.ServiceInfo;
import io.sillok.platform.web.access.Public;
import io.sillok.platform.web.exchange.Incident;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/// How the service is, for people, load balancers and orchestrators. Answers at once, whatever
/// hangs.
@Path("/health")
@Public
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "health")
public final class HealthResource {

    private final ServiceInfo service;
    private final HealthBoard board;
    private final Clock clock = Clock.systemUTC();

    public HealthResource(ServiceInfo service, HealthBoard board) {
        this.service = service;
        this.board = board;
    }

    @GET
    @Operation(summary = "How the service and everything it needs are")
    public Response health() {
        Map<String, Health> checks = board.checks();
        return answer(HealthBoard.worst(checks), checks);
    }

    @GET
    @Path("/ready")
    @Operation(summary = "Whether requests should be sent here")
    public Response ready() {
        return health();
    }

    @GET
    @Path("/live")
    @Operation(summary = "Whether the process is alive")
    public Response live() {
        return answer(Health.Status.HEALTHY, Map.of());
    }

    private Response answer(Health.Status status, Map<String, Health> checks) {
        boolean down = status == Health.Status.UNHEALTHY;
        Report report =
                new Report(
                        status,
                        service.name(),
                        service.release().version(),
                        service.uptime().toSeconds(),
                        checks,
                        down ? Optional.of(Incident.now(clock).id()) : Optional.empty());
        return Response.status(down ? 503 : 200).entity(report).build();
    }

    /// @param uptime in seconds
    record Report(
            Health.Status status,
            String service,
            String version,
            long uptime,
            Map<String, Health> checks,
            Optional<String> incidentId) {}
}
