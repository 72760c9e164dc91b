package io.sillok.platform.web.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sillok.platform.web.health.Health.Status;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthBoardTest {

    private final HealthBoard board =
            new HealthBoard(Duration.ofMillis(10), Duration.ofMillis(100));

    @AfterEach
    void stop() {
        board.close();
    }

    private Health newest(String check) {
        return Objects.requireNonNull(board.checks().get(check));
    }

    private Status status(String check) {
        return newest(check).status();
    }

    private void awaitStatus(String check, Status expected) {
        await().untilAsserted(() -> assertThat(status(check)).isEqualTo(expected));
    }

    @Test
    void countsWhatWasNotLookedAtAsUnhealthy() {
        board.watch(Probe.of("slow", () -> hang()));

        assertThat(status("slow")).isEqualTo(Status.UNHEALTHY);
    }

    @Test
    void followsWhatItWatches() {
        AtomicBoolean down = new AtomicBoolean();
        board.watch(Probe.of("log", () -> down.get() ? Health.unhealthy("") : Health.healthy("")));

        awaitStatus("log", Status.HEALTHY);
        down.set(true);
        awaitStatus("log", Status.UNHEALTHY);
        down.set(false);
        awaitStatus("log", Status.HEALTHY);
    }

    @Test
    void countsAProbeThatHangsAsUnhealthyAndGoesOn() {
        AtomicBoolean hanging = new AtomicBoolean();
        board.watch(Probe.of("database", () -> hanging.get() ? hang() : Health.healthy("")));
        board.watch(Probe.of("log", () -> Health.healthy("")));
        awaitStatus("database", Status.HEALTHY);

        hanging.set(true);

        awaitStatus("database", Status.UNHEALTHY);
        awaitStatus("log", Status.HEALTHY);
    }

    @Test
    void countsAProbeThatThrowsAsUnhealthy() {
        AtomicBoolean broken = new AtomicBoolean(true);
        board.watch(
                Probe.of(
                        "search",
                        () -> {
                            if (broken.get()) {
                                throw new IllegalStateException("secret");
                            }
                            return Health.healthy("");
                        }));

        await().untilAsserted(
                        () ->
                                assertThat(newest("search").detail())
                                        .isEqualTo("IllegalStateException"));
        broken.set(false);
        awaitStatus("search", Status.HEALTHY);
    }

    @Test
    void isAsWellAsItsWorstCheck() {
        Health healthy = Health.healthy("");
        Health warning = Health.warning("");
        Health unhealthy = Health.unhealthy("");

        assertThat(HealthBoard.worst(Map.of())).isEqualTo(Status.HEALTHY);
        assertThat(HealthBoard.worst(Map.of("a", healthy, "b", warning))).isEqualTo(Status.WARNING);
        assertThat(HealthBoard.worst(Map.of("a", unhealthy, "b", warning)))
                .isEqualTo(Status.UNHEALTHY);
    }

    @Test
    void judgesMemoryByShare() {
        assertThat(MemoryProbe.of(0.79).status()).isEqualTo(Status.HEALTHY);
        assertThat(MemoryProbe.of(0.80).status()).isEqualTo(Status.WARNING);
        assertThat(MemoryProbe.of(0.90).status()).isEqualTo(Status.UNHEALTHY);
    }

    private static Health hang() throws InterruptedException {
        new CountDownLatch(1).await();
        return Health.healthy("");
    }
}
