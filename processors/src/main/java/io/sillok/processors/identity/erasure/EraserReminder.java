package io.sillok.processors.identity.erasure;

import io.sillok.platform.stores.Postgres;
import io.sillok.processors.engine.work.Commands;
import io.sillok.processors.identity.erasure.ErasureQueries.OpenErasure;
import io.sillok.schemas.identity.ErasureCommand;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has erasures resumed that were suspended, each time a little later, and suspends those that
/// nothing was heard of for long: their work is lost, or somebody works on it without an end.
/// Several do not disturb each other, because the same reminder has the same id. Thread-safe.
public final class EraserReminder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EraserReminder.class);
    private static final int LOOKS_IN_A_REST = 10;

    private final Supplier<List<OpenErasure>> erasures;
    private final Commands commands;
    private final EraserSettings settings;
    private final EraserCommands letters;
    private final InstantSource clock;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("eraser-reminder").factory());

    EraserReminder(
            Supplier<List<OpenErasure>> erasures,
            Commands commands,
            EraserSettings settings,
            InstantSource clock) {
        this.erasures = erasures;
        this.commands = commands;
        this.settings = settings;
        this.letters = new EraserCommands(clock);
        this.clock = clock;
    }

    /// Starts looking, ten times in the shortest rest.
    ///
    /// @param commands to the deciders of identity
    public static EraserReminder start(
            Postgres postgres, Commands commands, EraserSettings settings) {
        EraserReminder reminder =
                new EraserReminder(
                        new ErasureQueries(postgres)::open,
                        commands,
                        settings,
                        InstantSource.system());
        Duration pause = settings.restAt(1).dividedBy(LOOKS_IN_A_REST);
        var _ =
                reminder.timer.scheduleWithFixedDelay(
                        reminder::tryToRemind,
                        pause.toMillis(),
                        pause.toMillis(),
                        TimeUnit.MILLISECONDS);
        return reminder;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void tryToRemind() {
        try {
            remind();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("cause", e.toString())
                    .log("suspended erasures are looked at later");
        }
    }

    /// Looks once.
    void remind() throws InterruptedException {
        Instant now = clock.instant();
        for (OpenErasure erasure : erasures.get()) {
            Optional<ErasureCommand> due = due(erasure, now);
            if (due.isPresent()) {
                commands.send(letters.remind(erasure.version(), due.get()));
            }
        }
    }

    private Optional<ErasureCommand> due(OpenErasure erasure, Instant now) {
        Duration age = Duration.between(erasure.since(), now);
        return switch (erasure.status()) {
            case SUSPENDED ->
                    age.compareTo(settings.restAt(erasure.version())) < 0
                            ? Optional.empty()
                            : Optional.of(new ErasureCommand.Resume(erasure.user()));
            case UNDER_WAY ->
                    age.compareTo(settings.silence()) < 0
                            ? Optional.empty()
                            : Optional.of(
                                    new ErasureCommand.Suspend(
                                            erasure.user(), "nothing-heard-of-it"));
            case COMPLETE -> Optional.empty();
        };
    }
}
