package io.sillok.processors.engine.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sillok.engines.EngineSettings;
import io.sillok.engines.EnginesHome;
import io.sillok.engines.KafkaEngine;
import io.sillok.schemas.operations.DeadLetter;
import io.sillok.schemas.wire.WireRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class WorkerLoopIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaEngine broker;

    WorkerLoopIT(@TempDir Path folder) {
        broker =
                KafkaEngine.start(EnginesHome.locate(), EngineSettings.in(folder.resolve("kafka")));
    }

    @AfterAll
    void stopBroker() {
        broker.close();
    }

    @Test
    void doesEachWorkOnceAndNeverAgain() throws Exception {
        try (WorkBench bench = new WorkBench(broker, "once")) {
            RecordingWorker worker = RecordingWorker.diligent();
            WorkerLoop loop = bench.start(worker, 2);
            bench.ask(0, 30);
            await().atMost(PATIENCE).until(() -> new HashSet<>(worker.done).size() == 30);
            loop.close();

            RecordingWorker successor = RecordingWorker.diligent();
            bench.start(successor, 2);
            bench.ask(30, 1);

            await().atMost(PATIENCE).until(() -> successor.done.contains(id(30)));
            assertThat(successor.done).containsExactly(id(30));
            assertThat(worker.done).hasSize(30);
        }
    }

    @Test
    void takesWorkThatWasAskedForBeforeItsFirstStart() throws Exception {
        try (WorkBench bench = new WorkBench(broker, "before")) {
            bench.ask(0, 3);
            RecordingWorker worker = RecordingWorker.diligent();

            bench.start(worker, 1);

            await().atMost(PATIENCE).until(() -> new HashSet<>(worker.done).size() == 3);
        }
    }

    @Test
    void triesAgainWhatFailed() throws Exception {
        try (WorkBench bench = new WorkBench(broker, "again")) {
            RecordingWorker worker =
                    new RecordingWorker(
                            (_, attempt) ->
                                    attempt < 3
                                            ? new WorkOutcome.Failed("away")
                                            : new WorkOutcome.Done());
            bench.start(worker, 1);

            bench.ask(0, 1);

            await().atMost(PATIENCE).until(() -> worker.done.contains(id(0)));
            assertThat(worker.tried).hasSize(3);
        }
    }

    @Test
    void givesUpAfterTheLastTryAndKeepsTheWork() throws Exception {
        try (WorkBench bench = new WorkBench(broker, "givenup")) {
            RecordingWorker worker =
                    new RecordingWorker(
                            (work, _) ->
                                    work.id().equals(id(0))
                                            ? new WorkOutcome.Failed("away")
                                            : new WorkOutcome.Done());
            bench.start(worker, 1);

            bench.ask(0, 2);

            await().atMost(PATIENCE)
                    .until(() -> bench.letters().size() == 1 && worker.done.size() == 1);
            DeadLetter letter = bench.letters().getFirst();
            assertThat(letter.reason()).isEqualTo("away");
            assertThat(letter.key()).isEqualTo(Works.numbered(0).key().value());
            assertThat(worker.givenUp).containsExactly("away");
            assertThat(worker.tried.stream().filter(id(0)::equals)).hasSize(3);
        }
    }

    @Test
    void buriesWhatCannotBeDecodedAndGoesOn() throws Exception {
        try (WorkBench bench = new WorkBench(broker, "undecodable")) {
            RecordingWorker worker = RecordingWorker.diligent();
            bench.start(worker, 1);

            bench.write(new WireRecord("k", Map.of("x", "y"), new byte[] {1}));
            bench.ask(0, 1);

            await().atMost(PATIENCE)
                    .until(() -> bench.letters().size() == 1 && worker.done.size() == 1);
            assertThat(bench.letters().getFirst().reason()).isEqualTo("malformed-headers");
        }
    }

    @Test
    void keepsWorkThatTakesLongerThanTheLock() throws Exception {
        try (WorkBench bench = new WorkBench(broker, "renewed")) {
            CountDownLatch finish = new CountDownLatch(1);
            RecordingWorker worker =
                    new RecordingWorker(
                            (_, _) -> {
                                finish.await();
                                return new WorkOutcome.Done();
                            });
            bench.start(worker, 1);
            bench.start(worker, 1);
            bench.ask(0, 1);
            await().atMost(PATIENCE).until(() -> worker.tried.size() == 1);

            await().during(WorkBench.LOCK.multipliedBy(4))
                    .atMost(PATIENCE)
                    .until(() -> worker.tried.size() == 1);
            finish.countDown();

            await().atMost(PATIENCE).until(() -> worker.done.size() == 1);
            RecordingWorker successor = RecordingWorker.diligent();
            bench.stopLoops();
            bench.start(successor, 1);
            bench.ask(1, 1);
            await().atMost(PATIENCE).until(() -> successor.done.contains(id(1)));
            assertThat(successor.done).containsExactly(id(1));
        }
    }

    @Test
    void doesMoreAtOnceThanItHasLanes() throws Exception {
        try (WorkBench bench = new WorkBench(broker, "many")) {
            CountDownLatch finish = new CountDownLatch(1);
            RecordingWorker worker =
                    new RecordingWorker(
                            (_, _) -> {
                                finish.await();
                                return new WorkOutcome.Done();
                            });
            WorkerLoop loop = bench.start(worker, 1, 30);

            for (int number = 0; number < 25; number++) {
                bench.ask(number, 1);
            }

            await().atMost(PATIENCE).until(() -> worker.tried.size() == 25);
            await().during(WorkBench.LOCK.multipliedBy(3))
                    .atMost(PATIENCE)
                    .until(() -> worker.tried.size() == 25);
            finish.countDown();
            await().atMost(PATIENCE).until(() -> worker.done.size() == 25);
            loop.close();
            RecordingWorker successor = RecordingWorker.diligent();
            bench.start(successor, 1);
            bench.ask(25, 1);
            await().atMost(PATIENCE).until(() -> successor.done.contains(id(25)));
            assertThat(successor.done).containsExactly(id(25));
        }
    }

    @Test
    void givesBackWhatIsUnderWayWhenItStops() throws Exception {
        try (WorkBench bench = new WorkBench(broker, "givenback")) {
            RecordingWorker stuck =
                    new RecordingWorker(
                            (_, _) -> {
                                new CountDownLatch(1).await();
                                return new WorkOutcome.Done();
                            });
            WorkerLoop loop = bench.start(stuck, 1);
            bench.ask(0, 1);
            await().atMost(PATIENCE).until(() -> stuck.tried.size() == 1);

            loop.close();

            assertThat(stuck.interrupted).containsExactly(id(0));
            RecordingWorker successor = RecordingWorker.diligent();
            bench.start(successor, 1);
            await().atMost(PATIENCE).until(() -> successor.done.contains(id(0)));
        }
    }

    @Test
    void goesOnWhenTheBrokerComesBack() throws Exception {
        try (WorkBench bench = new WorkBench(broker, "restart")) {
            RecordingWorker worker = RecordingWorker.diligent();
            WorkerLoop loop = bench.start(worker, 2);
            bench.ask(0, 3);
            await().atMost(PATIENCE).until(() -> new HashSet<>(worker.done).size() == 3);

            broker.kill();
            broker.restart();
            bench.ask(3, 3);

            await().atMost(PATIENCE).until(() -> new HashSet<>(worker.done).size() == 6);
            assertThat(loop.isReady()).isTrue();
        }
    }

    private static UUID id(int number) {
        return Works.numbered(number).id();
    }
}
