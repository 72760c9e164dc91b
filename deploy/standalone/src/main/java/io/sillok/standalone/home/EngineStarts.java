package io.sillok.standalone.home;

import io.sillok.engines.Engine;
import io.sillok.engines.EngineFailure;
import io.sillok.engines.EngineSettings;
import io.sillok.engines.EnginesHome;
import io.sillok.engines.KafkaEngine;
import io.sillok.engines.OpenSearchEngine;
import io.sillok.engines.PostgresEngine;
import io.sillok.standalone.LaunchFailure;
import io.sillok.standalone.console.Progress;
import io.sillok.standalone.settings.Setting;
import io.sillok.standalone.settings.StandaloneSettings;
import io.sillok.standalone.settings.StandaloneSettings.GivenPostgres;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/// Starts one engine after the other, or at the same time on several threads, and remembers which.
/// What was given is not started.
final class EngineStarts {

    private final StandaloneSettings settings;
    private final Layout layout;
    private final Progress progress;
    private final EnginesHome home = EnginesHome.locate();
    private final Queue<Engine> started = new ConcurrentLinkedQueue<>();

    EngineStarts(StandaloneSettings settings, Layout layout, Progress progress) {
        this.settings = settings;
        this.layout = layout;
        this.progress = progress;
    }

    String kafka() {
        return settings.kafka().servers().orElseGet(this::ownKafka);
    }

    GivenPostgres postgres() {
        return settings.postgres().orElseGet(this::ownPostgres);
    }

    URI openSearch() {
        return settings.openSearch().orElseGet(this::ownOpenSearch);
    }

    Optional<String> clamd() {
        return settings.clamd().map(place -> place.host() + ":" + place.port());
    }

    List<Engine> started() {
        return List.copyOf(started);
    }

    private String ownKafka() {
        var own =
                new EngineSettings(
                        layout.kafka(), settings.ports().kafka(), settings.memory().kafka());
        return start(
                        Setting.PORT_KAFKA,
                        () -> KafkaEngine.start(home, own),
                        kafka -> "Kafka runs on port " + kafka.port())
                .bootstrapServers();
    }

    private GivenPostgres ownPostgres() {
        var own =
                new EngineSettings(
                        layout.postgres(),
                        settings.ports().postgres(),
                        settings.memory().postgres());
        var postgres =
                start(
                        Setting.PORT_POSTGRES,
                        () -> PostgresEngine.start(home, own),
                        engine -> "PostgreSQL runs on port " + engine.port());
        return new GivenPostgres(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    private URI ownOpenSearch() {
        var own =
                new EngineSettings(
                        layout.openSearch(),
                        settings.ports().openSearch(),
                        settings.memory().openSearch());
        return start(
                        Setting.PORT_OPENSEARCH,
                        () -> OpenSearchEngine.start(home, own),
                        engine -> "OpenSearch runs on port " + engine.port())
                .url();
    }

    private <E extends Engine> E start(
            Setting port, Supplier<E> start, Function<E, String> sentence) {
        try {
            return progress.step(
                    () -> {
                        var engine = start.get();
                        started.add(engine);
                        return engine;
                    },
                    sentence);
        } catch (EngineFailure e) {
            if (e.reason() == EngineFailure.Reason.PORT_TAKEN) {
                throw new LaunchFailure(e.getMessage() + " with " + port.flag(), e);
            }
            throw e;
        }
    }
}
