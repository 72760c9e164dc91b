package io.sillok.platform.web.exchange;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/// Writes one line for every exchange that ended and counts it. The line holds neither query nor
/// headers nor bodies, so there is no secret in it; an exchange that took too long is a warning.
/// Thread-safe.
public final class ExchangeLog implements RequestLog {

    private static final Logger log = LoggerFactory.getLogger("io.sillok.access");
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final RequestMetrics metrics;
    private final double slowSeconds;

    public ExchangeLog(PrometheusRegistry registry, Duration slow) {
        this.metrics = new RequestMetrics(registry);
        this.slowSeconds = slow.toNanos() / 1e9;
    }

    @Override
    public void log(Request request, Response response) {
        Exchange exchange = Exchange.of(request);
        String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER";
        double seconds = exchange.seconds();
        metrics.answered(method, exchange.route(), response.getStatus(), seconds);
        exchange.failure().ifPresent(failure -> metrics.failed(failure.code()));
        boolean slow = seconds > slowSeconds && !exchange.isLasting();
        LoggingEventBuilder line =
                log.atLevel(slow ? Level.WARN : Level.INFO)
                        .addKeyValue("method", method)
                        .addKeyValue("route", exchange.route())
                        .addKeyValue("status", response.getStatus())
                        .addKeyValue("millis", exchange.millis())
                        .addKeyValue("bytes", Response.getContentBytesWritten(response))
                        .addKeyValue("requestId", exchange.requestId())
                        .addKeyValue("traceId", exchange.trace().traceId());
        withFailure(line, exchange).log(slow ? "answered slowly" : "answered");
    }

    private static LoggingEventBuilder withFailure(LoggingEventBuilder line, Exchange exchange) {
        return exchange.failure()
                .map(
                        failure ->
                                line.addKeyValue("code", failure.code())
                                        .addKeyValue("incident", failure.incident()))
                .orElse(line);
    }
}
