package io.sillok.commandapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sillok.commandapi.Client.Answer;
import io.sillok.engines.EngineSettings;
import io.sillok.engines.EnginesHome;
import io.sillok.engines.KafkaEngine;
import io.sillok.platform.web.RunningService;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogDownIT {

    private static final Duration PROMISED = Duration.ofSeconds(5);
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    private final KafkaEngine kafka;
    private final RunningService service;
    private final Client client;

    LogDownIT(@TempDir Path folder) {
        kafka = KafkaEngine.start(EnginesHome.locate(), EngineSettings.in(folder.resolve("kafka")));
        Installation installation = Installation.on(kafka.bootstrapServers(), folder);
        service = installation.start();
        client = Client.of(service.uri(), installation.settings().keys());
    }

    @AfterAll
    void stop() {
        client.close();
        service.stop();
        kafka.close();
    }

    private HttpRequest.Builder command() {
        return client.category("{\"name\":\"x\"}").header("Prefer", "wait=0").timeout(PROMISED);
    }

    private void awaitReady(int status) {
        await().atMost(RECOVERY)
                .untilAsserted(
                        () ->
                                assertThat(client.send(client.anonymous("/health/ready")).status())
                                        .isEqualTo(status));
    }

    private void awaitTaken() {
        await().atMost(RECOVERY)
                .untilAsserted(() -> assertThat(client.send(command()).status()).isEqualTo(202));
    }

    @Test
    void answersInTimeWhileTheLogIsSilentAndRecovers() {
        awaitTaken();
        kafka.pause();

        Answer answer = client.send(command());

        assertThat(answer.problem()).isEqualTo("503 E5005 log-unavailable");
        assertThat(answer.header("Command-Id")).hasSize(36);
        awaitReady(503);
        kafka.resume();
        awaitReady(200);
        awaitTaken();
    }

    @Test
    void answersInTimeWhileTheLogIsDeadAndRecovers() {
        awaitTaken();
        kafka.kill();

        assertThat(client.send(command()).problem()).isEqualTo("503 E5005 log-unavailable");
        awaitReady(503);
        assertThat(client.send(command()).problem()).isEqualTo("503 E5005 log-unavailable");
        kafka.restart();
        awaitReady(200);
        awaitTaken();
    }

    @Test
    void startsWithoutTheLogAndFindsItLater(@TempDir Path folder) {
        kafka.stop();
        Installation installation = Installation.on(kafka.bootstrapServers(), folder);
        try (RunningService early = installation.start();
                Client user = Client.of(early.uri(), installation.settings().keys())) {
            assertThat(user.send(user.category("{\"name\":\"x\"}").timeout(PROMISED)).problem())
                    .isEqualTo("503 E5005 revocations-unknown");

            kafka.restart();

            await().atMost(RECOVERY)
                    .untilAsserted(
                            () ->
                                    assertThat(
                                                    user.send(
                                                                    user.category(
                                                                                    "{\"name\":\"x\"}")
                                                                            .header(
                                                                                    "Prefer",
                                                                                    "wait=0"))
                                                            .status())
                                            .isEqualTo(202));
        }
    }
}
