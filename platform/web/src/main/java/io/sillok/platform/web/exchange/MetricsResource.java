package io.sillok.platform.web.exchange;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.sillok.platform.web.access.Public;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/// The service's metrics in OpenMetrics text.
@Path("/metrics")
@Public
@Hidden
public final class MetricsResource {

    private final OpenMetricsTextFormatWriter writer = OpenMetricsTextFormatWriter.create();
    private final PrometheusRegistry registry;

    public MetricsResource(PrometheusRegistry registry) {
        this.registry = registry;
    }

    @GET
    public Response metrics() {
        StreamingOutput text =
                out -> writer.write(out, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
        return Response.ok(text, OpenMetricsTextFormatWriter.CONTENT_TYPE).build();
    }
}
