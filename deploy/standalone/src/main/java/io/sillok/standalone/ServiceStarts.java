package io.sillok.standalone;

import io.sillok.commandapi.CommandApiApplication;
import io.sillok.commandapi.CommandApiSettings;
import io.sillok.commandapi.catalog.Clamd;
import io.sillok.platform.kafka.TopicProvisioning;
import io.sillok.platform.stores.ReadModelSchema;
import io.sillok.platform.stores.Search;
import io.sillok.platform.stores.SearchIndices;
import io.sillok.platform.web.RunningService;
import io.sillok.platform.web.WebSettings;
import io.sillok.platform.web.access.SigningKeys;
import io.sillok.processors.EngineWait;
import io.sillok.processors.ProcessorsApplication;
import io.sillok.queryapi.QueryApiApplication;
import io.sillok.queryapi.QueryApiSettings;
import io.sillok.standalone.console.Progress;
import java.time.Duration;

/// What happens when a platform starts, in its order.
///
/// @param keys what tokens are signed with
record ServiceStarts(PlatformSettings settings, SigningKeys keys) {

    private static final Duration INDEX_PATIENCE = Duration.ofSeconds(30);
    private static final EngineWait ENGINES =
            new EngineWait(Duration.ofSeconds(20), Duration.ofSeconds(1));

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    /// Makes topics, tables and indices, where they are missing.
    void provision(Progress progress) throws InterruptedException {
        var begin = System.nanoTime();
        try (var together = new AllOrNothing()) {
            waitFor(together, () -> TopicProvisioning.provision(settings.kafka()));
            waitFor(together, () -> ReadModelSchema.migrate(settings.postgres()));
            waitFor(together, this::provisionIndices);
            together.await();
        }
        var took = Duration.ofNanos(System.nanoTime() - begin);
        progress.done("Topics, tables and indices are there", took);
    }

    private static void waitFor(AllOrNothing together, Runnable preparation) {
        together.run(() -> ENGINES.until(preparation));
    }

    private void provisionIndices() {
        try (var search = Search.open(settings.openSearch(), INDEX_PATIENCE)) {
            new SearchIndices(search).migrate();
        }
    }

    /// Starts the three services at the same time.
    Platform services(Progress progress) throws InterruptedException {
        try (var together = new AllOrNothing()) {
            var processors =
                    together.begin(() -> processors(progress), ProcessorsApplication::close);
            var commands =
                    together.begin(
                            () -> progress.step(this::commandApi, api -> answers("command", api)),
                            RunningService::close);
            var queries =
                    together.begin(
                            () -> progress.step(this::queryApi, api -> answers("query", api)),
                            RunningService::close);
            together.await();
            return new Platform(
                    keys, commands.resultNow(), queries.resultNow(), processors.resultNow());
        }
    }

    private static String answers(String kind, RunningService api) {
        return "The %s API answers at %s".formatted(kind, api.uri());
    }

    private ProcessorsApplication processors(Progress progress) {
        if (settings.roles().isEmpty()) {
            return ProcessorsApplication.start(settings.processors());
        }
        return progress.step(
                () -> ready(ProcessorsApplication.start(settings.processors())),
                _ -> "The processors decide, scan, generate and project");
    }

    /// A first command should not have to wait for its decider.
    private static ProcessorsApplication ready(ProcessorsApplication processors) {
        var begin = System.nanoTime();
        while (!processors.isReady()) {
            if (System.nanoTime() - begin > READY_WITHIN.toNanos()) {
                processors.close();
                throw new LaunchFailure("the processors do not become ready, see the log");
            }
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException e) {
                processors.close();
                Thread.currentThread().interrupt();
                throw new LaunchFailure("the processors were told to stop", e);
            }
        }
        return processors;
    }

    private RunningService commandApi() {
        return CommandApiApplication.start(
                new CommandApiSettings(
                        web(settings.commandApiPort()),
                        settings.kafka(),
                        settings.postgres(),
                        settings.blobs(),
                        settings.uploads(),
                        settings.scanner().map(place -> new Clamd(place.host(), place.port())),
                        settings.layout().keys(),
                        settings.masterKey(),
                        settings.layout().digestKey(),
                        settings.oidc()));
    }

    private RunningService queryApi() {
        return QueryApiApplication.start(
                QueryApiSettings.usual(
                        web(settings.queryApiPort()),
                        settings.kafka(),
                        settings.postgres(),
                        settings.openSearch(),
                        settings.blobs(),
                        settings.masterKey(),
                        settings.layout().digestKey()));
    }

    private WebSettings web(int port) {
        var usual = WebSettings.onLoopback(port, Issuing.believed(keys));
        return new WebSettings(
                usual.host(),
                port,
                usual.maxInFlight(),
                usual.maxBodyBytes(),
                usual.slowRequest(),
                settings.corsOrigins(),
                usual.tokens());
    }
}
