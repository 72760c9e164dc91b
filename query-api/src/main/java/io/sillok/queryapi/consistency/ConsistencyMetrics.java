package io.sillok.queryapi.consistency;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/// How long reads are held back. Thread-safe.
public final class ConsistencyMetrics {

    private final Histogram waits;

    public ConsistencyMetrics(PrometheusRegistry registry) {
        waits =
                Histogram.builder()
                        .name("sillok_consistency_wait_seconds")
                        .help("How long a read was held back until its view was fresh enough.")
                        .labelNames("projection", "outcome")
                        .classicOnly()
                        .classicUpperBounds(
                                0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)
                        .register(registry);
    }

    void held(View view, boolean fresh, long nanos) {
        waits.labelValues(view.projection(), fresh ? "fresh" : "behind")
                .observe(nanos / 1_000_000_000.0);
    }
}
