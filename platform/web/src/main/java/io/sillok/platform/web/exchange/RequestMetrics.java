package io.sillok.platform.web.exchange;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.sillok.schemas.problems.ErrorCode;

/// What is counted of requests. Thread-safe.
final class RequestMetrics {

    private final Counter requests;
    private final Counter errors;
    private final Histogram durations;

    RequestMetrics(PrometheusRegistry registry) {
        requests =
                Counter.builder()
                        .name("sillok_requests_total")
                        .help("Requests answered.")
                        .labelNames("method", "route", "status")
                        .register(registry);
        errors =
                Counter.builder()
                        .name("sillok_errors_total")
                        .help("Problems answered, by code.")
                        .labelNames("code")
                        .register(registry);
        durations =
                Histogram.builder()
                        .name("sillok_request_duration_seconds")
                        .help("From the request's first byte to the answer's last.")
                        .labelNames("method", "route")
                        .classicOnly()
                        .classicUpperBounds(
                                0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
                        .register(registry);
    }

    void answered(String method, String route, int status, double seconds) {
        requests.labelValues(method, route, Integer.toString(status)).inc();
        durations.labelValues(method, route).observe(seconds);
    }

    void failed(ErrorCode code) {
        errors.labelValues(code.name()).inc();
    }
}
