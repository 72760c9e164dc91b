package io.sillok.processors.engine;

import io.sillok.platform.kafka.KafkaSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the deciders of one context until it is closed.
///
/// A thread that dies is replaced; when the whole Streams client dies, a new one is started, so
/// that it goes on by itself once what it needs is back. Thread-safe.
public final class DecidingApplication implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DecidingApplication.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSES_WITHIN = Duration.ofSeconds(10);

    private final DecidingContext context;
    private final KafkaSettings kafka;
    private final DecidingSettings settings;
    private final CompletableFuture<Void> closing = new CompletableFuture<>();
    private final Thread keeper;
    private volatile @Nullable KafkaStreams starting;
    private volatile @Nullable KafkaStreams running;

    private DecidingApplication(
            DecidingContext context, KafkaSettings kafka, DecidingSettings settings) {
        this.context = context;
        this.kafka = kafka;
        this.settings = settings;
        this.keeper =
                Thread.ofPlatform().daemon().name(context.deciderName()).unstarted(this::keep);
    }

    /// Starts deciding and returns at once. The topics must exist.
    public static DecidingApplication start(
            DecidingContext context, KafkaSettings kafka, DecidingSettings settings) {
        DecidingApplication application = new DecidingApplication(context, kafka, settings);
        application.keeper.start();
        return application;
    }

    /// True while commands are decided here, or would be if this instance had a share of them.
    public boolean isReady() {
        return state().filter(state -> state == State.RUNNING).isPresent();
    }

    /// The state that Streams reports; empty while there is no Streams client.
    public Optional<State> state() {
        return Optional.ofNullable(running).map(KafkaStreams::state);
    }

    /// Stops after the transaction under way, within ten seconds.
    @Override
    public void close() {
        closing.complete(null);
        Optional.ofNullable(starting).ifPresent(client -> Thread.ofVirtual().start(client::close));
        try {
            if (!keeper.join(CLOSES_WITHIN.plus(PAUSE))) {
                log.atWarn().addKeyValue("context", context.name()).log("deciders did not stop");
                keeper.interrupt();
            }
        } catch (InterruptedException e) {
            keeper.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void keep() {
        while (!closing.isDone()) {
            try {
                run();
            } catch (RuntimeException e) {
                log.atError()
                        .addKeyValue("context", context.name())
                        .setCause(e)
                        .log("deciders could not run and are started again");
            }
            pause();
        }
    }

    /// Returns when the client failed or closing was asked for.
    private void run() {
        makeStateDirectory();
        CompletableFuture<Void> failed = new CompletableFuture<>();
        KafkaStreams streams =
                new KafkaStreams(
                        DecidingTopology.build(context, kafka, settings.claims()),
                        DecidingProperties.of(context, kafka, settings));
        streams.setUncaughtExceptionHandler(this::replaceThread);
        streams.setStateListener((now, before) -> note(now, before, failed));
        running = streams;
        try {
            start(streams);
            CompletableFuture.anyOf(closing, failed).join();
        } finally {
            running = null;
            streams.close(
                    CloseOptions.timeout(CLOSES_WITHIN)
                            .withGroupMembershipOperation(
                                    CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        }
    }

    /// All contexts keep their state in one directory; Streams fails where another makes it at the
    /// same moment.
    private void makeStateDirectory() {
        try {
            Files.createDirectories(settings.stateDirectory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Starting waits for the log, for minutes if need be; only closing the client from another
    /// thread ends it sooner.
    private void start(KafkaStreams streams) {
        starting = streams;
        try {
            streams.start();
        } finally {
            starting = null;
        }
    }

    private void note(State now, State before, CompletableFuture<Void> failed) {
        log.atInfo()
                .addKeyValue("context", context.name())
                .addKeyValue("state", now)
                .addKeyValue("before", before)
                .log("deciders changed state");
        if (now == State.ERROR) {
            failed.complete(null);
        }
    }

    private StreamThreadExceptionResponse replaceThread(Throwable cause) {
        log.atError()
                .addKeyValue("context", context.name())
                .setCause(cause)
                .log("a thread that decides died and is replaced");
        pause();
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /// Waits a moment, so that a lasting fault does not keep the machine busy.
    private void pause() {
        try {
            closing.get(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            log.atTrace().log("the pause is over");
        }
    }
}
