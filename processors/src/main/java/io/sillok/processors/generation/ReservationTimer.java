package io.sillok.processors.generation;

import io.sillok.platform.stores.Postgres;
import io.sillok.processors.engine.work.Commands;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.generation.GenerationCommand;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.personal.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives up generations that nobody has worked on in time, so that what is put aside for them comes
/// back and whoever waits is told. It only asks; the account decides whether the time is over, and
/// does the same by itself before it refuses anything. Several timers do not disturb each other.
/// Thread-safe.
public final class ReservationTimer implements AutoCloseable {

    public static final Duration USUAL_PAUSE = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(ReservationTimer.class);
    private static final String NAME = "reservation-timer";

    private final Postgres postgres;
    private final Commands commands;
    private final InstantSource clock;
    private final ScheduledExecutorService timer;

    private ReservationTimer(Postgres postgres, Commands commands, InstantSource clock) {
        this.postgres = postgres;
        this.commands = commands;
        this.clock = clock;
        this.timer =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name(NAME).factory());
    }

    /// A reservation that is overdue.
    private record Overdue(UserId owner, GenerationId generation, Instant until) {}

    /// Starts looking, at once and then after every pause.
    ///
    /// @param commands to the deciders of generation
    public static ReservationTimer start(
            Postgres postgres, Commands commands, Duration pause, InstantSource clock) {
        ReservationTimer timer = new ReservationTimer(postgres, commands, clock);
        var _ =
                timer.timer.scheduleWithFixedDelay(
                        timer::look, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        return timer;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void look() {
        try {
            Instant now = clock.instant();
            for (Overdue overdue : overdue(now)) {
                commands.send(expire(overdue, now));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("reservations could not be looked at, it goes on later");
        }
    }

    private List<Overdue> overdue(Instant now) {
        return postgres.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select owner, generation, until
                                                  from budgets,
                                                       jsonb_to_recordset(reservations)
                                                           as held (generation uuid,
                                                                    until timestamptz)
                                                 where expires_at <= :now and until <= :now
                                                 limit 500
                                                """)
                                        .bind("now", now)
                                        .map(
                                                (row, _) ->
                                                        new Overdue(
                                                                new UserId(
                                                                        row.getObject(
                                                                                "owner",
                                                                                UUID.class)),
                                                                new GenerationId(
                                                                        row.getObject(
                                                                                "generation",
                                                                                UUID.class)),
                                                                row.getTimestamp("until")
                                                                        .toInstant()))
                                        .list());
    }

    /// The id follows from what is overdue, so that a command that is repeated is known as such.
    private static CommandEnvelope<?> expire(Overdue overdue, Instant now) {
        GenerationCommand.Expire command =
                new GenerationCommand.Expire(overdue.generation(), overdue.owner());
        UUID id = Ids.named(NAME + "/" + overdue.generation() + "/" + overdue.until());
        return new CommandEnvelope<>(
                new CommandId(id),
                command.key(),
                command.subject(),
                now,
                Actor.system(NAME),
                id,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                command);
    }
}
