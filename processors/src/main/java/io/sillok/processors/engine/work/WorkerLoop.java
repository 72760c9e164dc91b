package io.sillok.processors.engine.work;

import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.LogUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets a worker do the work of one topic until it is closed: a work is accepted when the worker
/// has answered, released for another try when that failed, and rejected into the dead letters
/// after the last try.
///
/// Any number of processes may run the same loop; a work is done by one of them at a time. What a
/// crashed process had taken comes again as soon as its connection is gone, at the latest when the
/// lock ends. Thread-safe.
public final class WorkerLoop implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WorkerLoop.class);
    private static final Duration CLOSES_WITHIN = Duration.ofSeconds(10);

    private final String worker;
    private final CompletableFuture<Void> stop;
    private final List<Lane<?>> lanes;
    private final List<Thread> threads;
    private final Duration grace;

    private WorkerLoop(
            String worker, CompletableFuture<Void> stop, List<Lane<?>> lanes, Duration grace) {
        this.worker = worker;
        this.stop = stop;
        this.lanes = lanes;
        this.grace = grace;
        this.threads = lanes.stream().map(this::thread).toList();
    }

    /// Configures the share group and starts working. The topics must exist.
    ///
    /// @param writer takes the dead letters; stays open
    /// @throws LogUnavailable when the log does not answer
    public static <W> WorkerLoop start(
            Worker<W> worker, WorkSettings settings, KafkaSettings kafka, LogWriter writer) {
        ShareGroup group = new ShareGroup(settings, kafka);
        group.configure();
        CompletableFuture<Void> stop = new CompletableFuture<>();
        DeadLetters deadLetters = new DeadLetters(writer, Clock.systemUTC());
        List<Lane<?>> lanes =
                IntStream.range(0, settings.lanes())
                        .<Lane<?>>mapToObj(
                                number ->
                                        new Lane<>(
                                                () -> group.consumer(worker.name() + "-" + number),
                                                kafka.nameOf(settings.topic()),
                                                worker,
                                                settings,
                                                deadLetters,
                                                stop))
                        .toList();
        WorkerLoop loop = new WorkerLoop(worker.name(), stop, lanes, settings.grace());
        loop.threads.forEach(Thread::start);
        log.atInfo()
                .addKeyValue("worker", worker.name())
                .addKeyValue("lanes", settings.lanes())
                .log("worker started");
        return loop;
    }

    /// True while every lane takes work.
    public boolean isReady() {
        return lanes.stream().allMatch(Lane::isConsuming);
    }

    /// Stops taking work, lets what is under way go on for its grace, interrupts the rest and gives
    /// it back.
    @Override
    public void close() {
        stop.complete(null);
        long end = System.nanoTime() + grace.plus(CLOSES_WITHIN).toNanos();
        try {
            for (Thread thread : threads) {
                if (!thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
                    log.atWarn().addKeyValue("worker", worker).log("a lane did not stop");
                    thread.interrupt();
                }
            }
        } catch (InterruptedException _) {
            threads.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
        }
    }

    private Thread thread(Lane<?> lane) {
        return Thread.ofPlatform().daemon().name(worker + "-lane").unstarted(lane);
    }
}
