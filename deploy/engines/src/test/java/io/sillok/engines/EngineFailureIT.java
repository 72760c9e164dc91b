package io.sillok.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.sillok.engines.EngineFailure.Reason;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineFailureIT {

    private static final EnginesHome HOME = EnginesHome.locate();

    private final Path directory;

    EngineFailureIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @AfterEach
    void nothingIsLeftRunning() {
        for (var engine : new String[] {"kafka", "postgres", "opensearch"}) {
            assertThat(directory.resolve(engine).resolve("engine.pid")).doesNotExist();
        }
    }

    @Test
    void namesATakenPort() throws IOException {
        try (var taken = new ServerSocket(FreePort.any(), 1, FreePort.address(0).getAddress())) {
            var failure =
                    failure(
                            () ->
                                    PostgresEngine.start(
                                            HOME, postgres().withPort(taken.getLocalPort())));

            assertThat(failure.reason()).isEqualTo(Reason.PORT_TAKEN);
            assertThat(failure).hasMessageContaining(String.valueOf(taken.getLocalPort()));
        }
    }

    @Test
    void stopsTheOthersWhenOneFails() throws IOException {
        try (var taken = new ServerSocket(FreePort.any(), 1, FreePort.address(0).getAddress())) {
            var failure =
                    failure(
                            () ->
                                    Engines.start(
                                            HOME,
                                            EngineSettings.in(directory.resolve("kafka"))
                                                    .withPort(taken.getLocalPort()),
                                            postgres(),
                                            EngineSettings.in(directory.resolve("opensearch"))));

            assertThat(failure.reason()).isEqualTo(Reason.PORT_TAKEN);
        }
    }

    @Test
    void leavesNothingBehindWhenTheStartIsInterrupted() throws InterruptedException {
        var failure = new AtomicReference<@Nullable EngineFailure>();
        var start =
                Thread.ofPlatform()
                        .start(() -> failure.set(failure(() -> Engines.start(directory))));
        await().until(() -> Files.exists(directory.resolve("postgres/engine.pid")));

        start.interrupt();
        start.join();

        assertThat(failure.get()).extracting(EngineFailure::reason).isEqualTo(Reason.CANCELLED);
    }

    @Test
    void refusesADataFolderThatIsInUse() {
        try (var first = PostgresEngine.start(HOME, postgres())) {
            var failure = failure(() -> PostgresEngine.start(HOME, postgres()));

            assertThat(failure.reason()).isEqualTo(Reason.DATA_IN_USE);
            assertThat(first.isAlive()).isTrue();
        }
    }

    @Test
    void refusesHalfOfAPostgresFolder() throws IOException {
        Files.createDirectories(directory.resolve("postgres/cluster/data/base"));

        var failure = failure(() -> PostgresEngine.start(HOME, postgres()));

        assertThat(failure.reason()).isEqualTo(Reason.DATA_DAMAGED);
    }

    @Test
    void refusesHalfOfAKafkaFolder() throws IOException {
        Files.createDirectories(directory.resolve("kafka/log/identity.events-0"));

        var failure =
                failure(
                        () ->
                                KafkaEngine.start(
                                        HOME, EngineSettings.in(directory.resolve("kafka"))));

        assertThat(failure.reason()).isEqualTo(Reason.DATA_DAMAGED);
    }

    @Test
    void beginsAnUnfinishedInitialisationAnew() throws IOException {
        Files.createDirectories(directory.resolve("postgres/cluster.unfinished/data/base"));

        try (var postgres = PostgresEngine.start(HOME, postgres())) {
            assertThat(postgres.isAlive()).isTrue();
        }

        assertThat(directory.resolve("postgres/cluster.unfinished")).doesNotExist();
    }

    @Test
    void tellsTheLastWordsOfAnEngineThatEnds() throws IOException {
        PostgresEngine.start(HOME, postgres()).stop();
        var configuration = directory.resolve("postgres/cluster/data/postgresql.conf");
        Files.writeString(configuration, "no_such_setting = 1\n");

        var failure = failure(() -> PostgresEngine.start(HOME, postgres()));

        assertThat(failure.reason()).isEqualTo(Reason.ENDED_EARLY);
        assertThat(failure).hasMessageContaining("no_such_setting");
        assertThat(failure.getMessage()).hasLineCount(1);
    }

    @Test
    void saysWhatIsMissing() {
        var failure = failure(() -> PostgresEngine.start(new EnginesHome(directory), postgres()));

        assertThat(failure.reason()).isEqualTo(Reason.NOT_INSTALLED);
    }

    private EngineSettings postgres() {
        return EngineSettings.in(directory.resolve("postgres"));
    }

    private static EngineFailure failure(ThrowingCallable start) {
        return catchThrowableOfType(EngineFailure.class, start);
    }
}
