package io.sillok.processors.engine.work;

import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.LogUnavailable;
import io.sillok.schemas.personal.PersonKeys;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
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

    private final CompletableFuture<Void> stop;
    private final Lanes lanes;
    private final Duration patience;

    private WorkerLoop(CompletableFuture<Void> stop, Lanes lanes, Duration patience) {
        this.stop = stop;
        this.lanes = lanes;
        this.patience = patience;
    }

    /// Configures the share group and starts working, on what is not about persons. The topics must
    /// exist.
    ///
    /// @param writer takes the dead letters; stays open
    /// @throws LogUnavailable when the log does not answer
    public static <W> WorkerLoop start(
            Worker<W> worker, WorkSettings settings, KafkaSettings kafka, LogWriter writer) {
        return start(worker, settings, kafka, PersonKeys.NONE, writer);
    }

    /// Configures the share group and starts working. The topics must exist.
    ///
    /// @param keys of persons
    /// @param writer takes the dead letters; stays open
    /// @throws LogUnavailable when the log does not answer
    public static <W> WorkerLoop start(
            Worker<W> worker,
            WorkSettings settings,
            KafkaSettings kafka,
            PersonKeys keys,
            LogWriter writer) {
        ShareGroup group = new ShareGroup(settings, kafka);
        group.configure();
        CompletableFuture<Void> stop = new CompletableFuture<>();
        DeadLetters deadLetters = new DeadLetters(writer, Clock.systemUTC());
        Lanes lanes = new Lanes(worker.name(), settings, stop);
        IntFunction<Lane<?>> opening =
                number ->
                        new Lane<>(
                                () -> group.consumer(worker.name() + "-" + number),
                                kafka.nameOf(settings.topic()),
                                worker,
                                settings,
                                keys,
                                deadLetters,
                                lanes,
                                stop);
        lanes.open(opening);
        log.atInfo()
                .addKeyValue("worker", worker.name())
                .addKeyValue("lanes", settings.lanes())
                .log("worker started");
        return new WorkerLoop(stop, lanes, settings.grace().plus(CLOSES_WITHIN));
    }

    /// True while every lane that is always there takes work.
    public boolean isReady() {
        return lanes.areConsuming();
    }

    /// Stops taking work, lets what is under way go on for its grace, interrupts the rest and gives
    /// it back.
    @Override
    public void close() {
        stop.complete(null);
        lanes.join(patience);
    }
}
