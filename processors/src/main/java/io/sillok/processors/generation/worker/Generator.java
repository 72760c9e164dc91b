package io.sillok.processors.generation.worker;

import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.TopicTail;
import io.sillok.processors.engine.work.LogWriter;
import io.sillok.processors.engine.work.WorkSettings;
import io.sillok.processors.engine.work.WorkerLoop;
import io.sillok.processors.generation.model.Model;
import io.sillok.processors.generation.model.Models;
import io.sillok.schemas.personal.PersonalKeys;
import io.sillok.schemas.topics.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// A running generator: takes what is to be generated, has models answer, until it is closed.
/// Thread-safe.
public final class Generator implements AutoCloseable {

    /// What is asked for is answered by events that come later; this is for a log that is slow to
    /// tell where it ends.
    private static final Duration HEARS_BACK = Duration.ofMinutes(1);

    /// Brokers let a group have so many members, unless they are told otherwise
    /// (`group.share.max.size`).
    private static final int AT_ONCE = 200;

    private static final int TRIES = 5;

    private final WorkerLoop loop;
    private final TopicTail tail;
    private final ChunkLog chunks;
    private final Runnable end;

    private Generator(WorkerLoop loop, TopicTail tail, ChunkLog chunks, Runnable end) {
        this.loop = loop;
        this.tail = tail;
        this.chunks = chunks;
        this.end = end;
    }

    /// Starts working. The topics must exist.
    ///
    /// @param keys of persons
    /// @param log takes commands and dead letters; stays open
    /// @throws io.sillok.platform.kafka.LogUnavailable when the log does not answer
    public static Generator start(
            GeneratorSettings settings, KafkaSettings kafka, PersonalKeys keys, LogWriter log) {
        Optional<Models> models = settings.model().map(Models::new);
        return start(
                models.<Model>map(some -> some).orElse(Model.NONE),
                () -> models.ifPresent(Models::close),
                settings.prices(),
                kafka,
                keys,
                log);
    }

    /// The same with a model that is there.
    ///
    /// @param end closes the model
    static Generator start(
            Model model,
            Runnable end,
            Prices prices,
            KafkaSettings kafka,
            PersonalKeys keys,
            LogWriter log) {
        Attempts attempts = new Attempts();
        TopicTail tail = follow(kafka, attempts);
        ChunkLog chunks = new ChunkLog(kafka, keys.persons(), InstantSource.system());
        GeneratingWorker worker =
                new GeneratingWorker(
                        model,
                        prices,
                        attempts,
                        chunks,
                        log.commands(Topics.GENERATION_COMMANDS, keys.transport()));
        WorkerLoop loop =
                WorkerLoop.start(
                        worker,
                        WorkSettings.of(Topics.WORK_GENERATE, "generate").many(AT_ONCE, TRIES),
                        kafka,
                        keys.persons(),
                        log);
        return new Generator(loop, tail, chunks, end);
    }

    /// True while it takes work.
    public boolean isReady() {
        return loop.isReady() && tail.isCaughtUp();
    }

    /// Lets answers under way go on for a moment, gives the rest back.
    @Override
    public void close() {
        loop.close();
        tail.close();
        chunks.close();
        end.run();
    }

    private static TopicTail follow(KafkaSettings kafka, Attempts attempts) {
        TopicTail tail =
                new TopicTail(kafka, Topics.GENERATION_EVENTS, "generator", HEARS_BACK, attempts);
        try {
            tail.start(Duration.ZERO);
            return tail;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at the start", e);
        }
    }
}
