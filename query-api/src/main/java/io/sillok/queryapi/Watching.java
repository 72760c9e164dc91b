package io.sillok.queryapi;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.sillok.platform.blobs.BlobHealth;
import io.sillok.platform.kafka.LogHealth;
import io.sillok.platform.stores.PostgresHealth;
import io.sillok.platform.stores.SearchHealth;
import io.sillok.platform.stores.StoreState;
import io.sillok.platform.web.health.Health;
import io.sillok.platform.web.health.HealthBoard;
import io.sillok.platform.web.health.Probe;
import io.sillok.queryapi.consistency.ProjectionLag;
import java.time.Duration;

/// What the query API's health consists of. Without Postgres, OpenSearch or the log it is not
/// ready.
final class Watching {

    private static final Duration LOG_PATIENCE = Duration.ofSeconds(2);

    private Watching() {}

    /// Begins to look.
    static void begin(Sources sources, HealthBoard board, PrometheusRegistry metrics) {
        PostgresHealth database = new PostgresHealth(sources.postgres());
        board.watch(Probe.of("database", () -> health(database.check())));
        SearchHealth search = new SearchHealth(sources.search());
        board.watch(Probe.of("search", () -> health(search.check())));
        LogHealth log = new LogHealth(sources.admin(), sources.kafka());
        board.watch(Probe.of("log", () -> health(log.check(LOG_PATIENCE))));
        board.watch(Probe.of("disk", () -> health(sources.blobs().health())));
        board.watch(
                new ProjectionLag(
                        sources.kafka(),
                        sources.logEnd()::now,
                        sources.positions().values(),
                        sources.logTimes(),
                        metrics));
    }

    private static Health health(StoreState state) {
        return switch (state) {
            case StoreState.Available(var took) -> answered(took);
            case StoreState.Impaired(var cause) -> Health.unhealthy(cause);
            case StoreState.Unreachable(var cause) -> Health.unhealthy(cause);
        };
    }

    private static Health health(LogHealth.State state) {
        return switch (state) {
            case LogHealth.State.Available(var took) -> answered(took);
            case LogHealth.State.Impaired(var cause) -> Health.unhealthy(cause);
            case LogHealth.State.Unreachable(var cause) -> Health.unhealthy(cause);
        };
    }

    private static Health health(BlobHealth files) {
        return switch (files.level()) {
            case HEALTHY -> Health.healthy(files.detail());
            case WARNING -> Health.warning(files.detail());
            case UNHEALTHY -> Health.unhealthy(files.detail());
        };
    }

    private static Health answered(Duration took) {
        return Health.healthy("answered in " + took.toMillis() + " ms");
    }
}
