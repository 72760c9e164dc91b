package io.sillok.queryapi.cache;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/// How often reads were spared. The hit rate is hits over hits and misses. Thread-safe.
public final class CacheMetrics {

    private final Counter hits;
    private final Counter misses;

    public CacheMetrics(PrometheusRegistry registry) {
        hits = counter(registry, "sillok_cache_hits_total", "Reads answered from the cache.");
        misses = counter(registry, "sillok_cache_misses_total", "Reads that a view had to answer.");
    }

    void asked(String cache, boolean hit) {
        (hit ? hits : misses).labelValues(cache).inc();
    }

    private static Counter counter(PrometheusRegistry registry, String name, String help) {
        return Counter.builder().name(name).help(help).labelNames("cache").register(registry);
    }
}
