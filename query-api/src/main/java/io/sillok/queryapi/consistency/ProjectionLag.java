package io.sillok.queryapi.consistency;

import static java.util.stream.Collectors.toMap;

import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.LogUnavailable;
import io.sillok.platform.web.health.Health;
import io.sillok.platform.web.health.Probe;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.log.LogTimes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/// How far the views are behind the log: the age of the oldest record that a view has not seen yet.
/// A view that lags is a warning, never more, since stale answers are marked as what they are.
public final class ProjectionLag implements Probe {

    private static final Duration WARNING_FROM = Duration.ofSeconds(5);

    private final KafkaSettings kafka;
    private final Supplier<Map<TopicPartition, Long>> ends;
    private final Collection<? extends PositionStore> stores;
    private final LogTimes times;
    private final InstantSource clock = InstantSource.system();
    private final Gauge seconds;

    /// A probe of every view.
    ///
    /// @param ends where every topic that a view follows ends now
    public ProjectionLag(
            KafkaSettings kafka,
            Supplier<Map<TopicPartition, Long>> ends,
            Collection<? extends PositionStore> stores,
            LogTimes times,
            PrometheusRegistry metrics) {
        this.kafka = kafka;
        this.ends = ends;
        this.stores = stores;
        this.times = times;
        this.seconds =
                Gauge.builder()
                        .name("sillok_projection_lag_seconds")
                        .help("Age of the oldest record that a view has not seen yet.")
                        .labelNames("projection")
                        .register(metrics);
    }

    @Override
    public String name() {
        return "projections";
    }

    @Override
    public Health look() {
        try {
            Map<TopicPartition, Long> end = ends.get();
            Map<Place, Long> reached = new HashMap<>();
            stores.forEach(store -> reached.putAll(store.read()));
            Map<View, Double> lags =
                    Stream.of(View.values())
                            .collect(toMap(view -> view, view -> lag(view, end, reached)));
            lags.forEach((view, lag) -> seconds.labelValues(view.projection()).set(lag));
            return health(lags);
        } catch (ProblemException | LogUnavailable e) {
            return Health.warning("not known while an engine does not answer");
        }
    }

    private double lag(View view, Map<TopicPartition, Long> ends, Map<Place, Long> reached) {
        Map<TopicPartition, Long> missing = new HashMap<>();
        ends.forEach(
                (at, end) -> {
                    long position = reached.getOrDefault(new Place(view.projection(), at), 0L);
                    if (follows(view, at) && position < end) {
                        missing.put(at, position);
                    }
                });
        return times.oldest(missing)
                .map(oldest -> Duration.between(oldest, clock.instant()).toMillis() / 1_000.0)
                .map(lag -> Math.max(0, lag))
                .orElse(0.0);
    }

    private boolean follows(View view, TopicPartition at) {
        return view.topics().stream().map(kafka::nameOf).anyMatch(at.topic()::equals);
    }

    private static Health health(Map<View, Double> lags) {
        String detail =
                "seconds behind: "
                        + String.join(
                                ", ",
                                lags.entrySet().stream()
                                        .map(
                                                lag ->
                                                        "%s %.1f"
                                                                .formatted(
                                                                        lag.getKey().projection(),
                                                                        lag.getValue()))
                                        .sorted()
                                        .toList());
        boolean isLate = lags.values().stream().anyMatch(lag -> lag >= WARNING_FROM.toSeconds());
        return isLate ? Health.warning(detail) : Health.healthy(detail);
    }
}
