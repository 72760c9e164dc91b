package io.sillok.processors.engine.projection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Runs one version of a projection in a thread of its own: reads what the log has, writes it,
/// forever. Thread-safe.
///
/// When the log or the store is away it tries again until it is back, from the positions that the
/// store has; nothing is lost and nobody else waits. Two runners of the same projection harm
/// nothing: one of them writes, the other one's writes fail.
public final class ProjectionRunner implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(ProjectionRunner.class);
    private static final Duration POLL = Duration.ofMillis(200);

    /// How long it may go unsaid that records were read which meant nothing. Every projection of a
    /// topic reads every record of it; to say so each time would cost more than the rows.
    private static final Duration SAYS_WITHIN = Duration.ofMillis(30);

    private static final Duration RECONSIDER = Duration.ofSeconds(1);
    private static final Duration RECONSIDER_LATER = Duration.ofSeconds(10);
    private static final Duration YIELD = Duration.ofSeconds(2);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final String name;
    private final Supplier<LogTail> log;
    private final Supplier<? extends ProjectionWriter<?>> writers;
    private final Progress progress;
    private final Backoff backoff = new Backoff();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private String reported = "";

    /// @param log opens the topics; asked again after every failure
    /// @param writers finds the store; asked again after every failure
    ProjectionRunner(
            String name,
            Supplier<LogTail> log,
            Supplier<? extends ProjectionWriter<?>> writers,
            InstantSource clock) {
        this.name = name;
        this.log = log;
        this.writers = writers;
        this.progress = new Progress(name, clock);
        this.thread = Thread.ofPlatform().name("projection-" + name).unstarted(this::run);
    }

    /// The projection, without a version.
    public String name() {
        return name;
    }

    /// Starts the thread; called once.
    public void start() {
        thread.start();
    }

    /// Ends the thread after the batch in hand, and returns when it has ended.
    public void stop() {
        stopping.countDown();
        try {
            if (thread.isAlive() && !thread.join(STOP)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }

    /// True when it is running and has caught up with the log since it last started.
    public boolean isReady() {
        return status().ready();
    }

    /// How old the oldest record is that is not in the rows yet, as far as is known.
    public double lagSeconds() {
        return status().lagSeconds();
    }

    public ProjectionStatus status() {
        return progress.status();
    }

    private void run() {
        while (!isStopping()) {
            try (LogTail tail = log.get()) {
                follow(tail, writers.get());
            } catch (PositionConflict e) {
                logger.atWarn()
                        .addKeyValue("projection", name)
                        .log("another runner of this projection is at work");
                progress.failed("another runner is at work");
                pause(YIELD);
            } catch (RuntimeException e) {
                report(e);
                pause(backoff.next());
            }
        }
        progress.stopped();
    }

    /// One warning when something goes wrong, not one for every try.
    private void report(RuntimeException e) {
        String fault = e.getClass().getSimpleName();
        Level level = reported.equals(fault) ? Level.DEBUG : Level.WARN;
        reported = fault;
        logger.atLevel(level)
                .addKeyValue("projection", name)
                .setCause(e)
                .log("projection interrupted, trying again");
        progress.failed(fault);
    }

    private void follow(LogTail tail, ProjectionWriter<?> writer) {
        Map<TopicPartition, Long> beginnings = tail.beginnings();
        tail.goTo(writer.begin(beginnings), beginnings);
        progress.began(writer.projection(), writer.parkedRows());
        long due = System.nanoTime();
        Optional<Long> unsaid = Optional.empty();
        while (!isStopping()) {
            unsaid = write(writer, tail, tail.poll(unsaid.isEmpty() ? POLL : SAYS_WITHIN), unsaid);
            backoff.reset();
            reported = "";
            if (System.nanoTime() - due >= 0) {
                due = System.nanoTime() + reconsider(writer).toNanos();
            }
        }
    }

    /// Where parked records are kept may be away while the rows are not: the rows go on.
    ///
    /// @return how long to wait before the next time
    private Duration reconsider(ProjectionWriter<?> writer) {
        try {
            writer.reconsider();
            return RECONSIDER;
        } catch (RuntimeException e) {
            logger.atWarn()
                    .addKeyValue("projection", name)
                    .setCause(e)
                    .log("parked rows could not be tried again");
            return RECONSIDER_LATER;
        }
    }

    /// @param unsaid since when positions moved that are not stored
    /// @return the same afterwards
    private Optional<Long> write(
            ProjectionWriter<?> writer,
            LogTail tail,
            LogTail.Polled polled,
            Optional<Long> unsaid) {
        Advance advance = polled.advance();
        long now = System.nanoTime();
        boolean isDue = unsaid.filter(since -> now - since >= SAYS_WITHIN.toNanos()).isPresent();
        Optional<Long> left = Optional.empty();
        if (advance.moves()) {
            if (writer.write(polled.records(), advance, isDue)) {
                tail.done(advance);
            } else {
                left = unsaid.or(() -> Optional.of(now));
            }
        }
        Optional<Instant> pending = tail.isBehind() ? polled.newest() : Optional.empty();
        progress.stored(tail.reachedGoal(), writer.parkedRows(), pending);
        return left;
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void pause(Duration duration) {
        try {
            var _ = stopping.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping.countDown();
        }
    }
}
