package io.sillok.commandapi.gateway;

import io.dropwizard.lifecycle.setup.LifecycleEnvironment;
import io.sillok.commandapi.gateway.Waiters.Waiter;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.LogEpoch;
import io.sillok.platform.kafka.LogPosition;
import io.sillok.platform.web.health.Health;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Idempotency;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.personal.KeysUnavailable;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.personal.PersonalKeys;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.wire.Representations;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Puts commands on the log and answers with what becomes of them. Thread-safe.
///
/// The waiter is registered before the command is sent and the reader stands at the end of the log
/// before the first command is taken, so no settlement is missed. When the log does not take the
/// command within [#PATIENCE_WITH_THE_LOG] the answer is E5005 and the outcome unknown: the
/// `Command-Id` of every answer names the resource that knows it later.
public final class CommandGateway {

    static final Duration PATIENCE_WITH_THE_LOG = Duration.ofSeconds(4);
    static final Duration USUAL_WAIT = Duration.ofSeconds(5);
    static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private static final String UNCERTAIN =
            "The log does not answer; whether the command was taken is not certain. Ask for it under"
                    + " its Command-Id, or repeat it with the same Idempotency-Key.";

    private static final String UNSHOWN =
            "The command was settled, but what became of it cannot be shown at the moment. Ask for it"
                    + " under its Command-Id, or repeat it with the same Idempotency-Key.";

    private final Waiters waiters = new Waiters();
    private final CommandLog log;
    private final SettlementReader reader;
    private final Clock clock = Clock.systemUTC();
    private final PersonKeys transport;
    private final Representations representations;

    /// A gateway for a context without personal data, started and stopped with the service.
    public CommandGateway(
            KafkaSettings settings, Topic commands, Topic events, LifecycleEnvironment lifecycle) {
        this(settings, commands, events, PersonalKeys.NONE, lifecycle);
    }

    /// A gateway for one context, started and stopped with the service.
    public CommandGateway(
            KafkaSettings settings,
            Topic commands,
            Topic events,
            PersonalKeys keys,
            LifecycleEnvironment lifecycle) {
        this.transport = keys.transport();
        this.representations = new Representations(keys.persons());
        this.log = new CommandLog(settings, commands, transport);
        this.reader = new SettlementReader(settings, events, waiters);
        lifecycle.manage(log);
        lifecycle.manage(reader);
    }

    /// Whether settlements are being read, for a probe.
    public Health health() {
        return reader.health();
    }

    public Clock clock() {
        return clock;
    }

    /// Publishes a command and answers it.
    ///
    /// @throws ProblemException when it is refused or cannot be taken
    public Response submit(CommandHeaders headers, Order order) {
        return run(headers, order, new Ending<>(Answers::pending, Answers::settled));
    }

    /// Publishes a command and answers in other words what it was settled with; one that is not
    /// settled in time as any other.
    ///
    /// @param shown may wait on, for what follows from the command
    /// @throws ProblemException when it is refused or cannot be taken
    public Response submit(CommandHeaders headers, Order order, Function<Outcome, Response> shown) {
        return run(
                headers,
                order,
                new Ending<>(
                        Answers::pending,
                        (answers, settled) -> shown.apply(answers.outcome(settled))));
    }

    /// Publishes a command and tells what became of it, for who answers in words of their own.
    ///
    /// @throws ProblemException when it is refused, cannot be taken, or is not settled in time
    public Outcome settle(CommandHeaders headers, Order order) {
        return run(
                headers,
                order,
                new Ending<>(
                        (answers, position) -> {
                            throw answers.unsettled(position);
                        },
                        Answers::outcome));
    }

    private <T> T run(CommandHeaders headers, Order order, Ending<T> ending) {
        Instant now = clock.instant();
        CommandId id = new CommandId(Ids.timeOrdered(now));
        Map<String, String> always = Map.of(Answers.COMMAND_ID, id.toString());
        try {
            return run(headers, order, envelope(id, now, headers, order), ending);
        } catch (ProblemException e) {
            throw e.withHeaders(always);
        } catch (KeysUnavailable e) {
            throw ProblemException.of(Problem.of(ErrorCode.E5003, "keys-unavailable", UNSHOWN))
                    .because(e)
                    .withHeaders(always);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(UNCERTAIN).because(e).withHeaders(always);
        }
    }

    private <T> T run(
            CommandHeaders headers, Order order, CommandEnvelope<?> command, Ending<T> ending)
            throws InterruptedException {
        LogEpoch epoch =
                reader.ready()
                        .orElseThrow(
                                () ->
                                        unavailable(
                                                "The log does not answer; the command was not taken."));
        Answers answers = new Answers(headers, order, command, epoch, representations);
        try (Waiter waiter = waiters.await(command.id(), order)) {
            Deadline wait = Deadline.in(wait(headers));
            Deadline patience = Deadline.in(PATIENCE_WITH_THE_LOG);
            CompletableFuture<LogPosition> sent = log.send(command);
            boolean settles = !headers.preferences().respondAsync();
            awaitFirst(sent, settles ? waiter.settled() : sent, patience);
            Optional<Settled> settled = settles ? await(waiter.settled(), wait) : Optional.empty();
            if (settled.isEmpty()) {
                return ending.pending().apply(answers, sent.join());
            }
            return ending.settled()
                    .apply(answers, last(waiter, settled.get(), order, headers, wait));
        }
    }

    /// The state that the caller really waits for, if it is reached in time.
    private static Settled last(
            Waiter waiter, Settled own, Order order, CommandHeaders headers, Deadline wait)
            throws InterruptedException {
        boolean more =
                order.until().isPresent()
                        && headers.idempotencyKey().isEmpty()
                        && own.settlement().problem().isEmpty();
        return more ? await(waiter.reached(), wait).orElse(own) : own;
    }

    private static void awaitFirst(
            CompletableFuture<?> sent, CompletableFuture<?> settled, Deadline patience)
            throws InterruptedException {
        try {
            CompletableFuture.anyOf(sent, settled).get(patience.nanosLeft(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw unavailable(UNCERTAIN).because(e);
        }
    }

    private static Optional<Settled> await(CompletableFuture<Settled> future, Deadline deadline)
            throws InterruptedException {
        try {
            return Optional.of(future.get(deadline.nanosLeft(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException _) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a waiter never fails", e);
        }
    }

    /// How long the caller waits, at most.
    static Duration wait(CommandHeaders headers) {
        Duration wanted = headers.preferences().patience().orElse(headers.usualWait());
        return wanted.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wanted;
    }

    private CommandEnvelope<?> envelope(
            CommandId id, Instant now, CommandHeaders headers, Order order) {
        return new CommandEnvelope<>(
                id,
                order.key(),
                order.subject(),
                now,
                headers.actor(),
                headers.correlation(),
                headers.expectedVersion(),
                idempotency(headers, order),
                Optional.of(headers.traceparent()),
                order.command());
    }

    private Optional<Idempotency> idempotency(CommandHeaders headers, Order order) {
        return order.success() == Order.Success.CREATED
                ? headers.idempotencyKey()
                        .map(key -> Fingerprints.of(headers.actor().id(), key, order, transport))
                : Optional.empty();
    }

    private static ProblemException unavailable(String detail) {
        return ProblemException.of(Problem.of(ErrorCode.E5005, "log-unavailable", detail));
    }

    /// How a request ends.
    ///
    /// @param pending when its command is on the log and that is all that is known
    private record Ending<T>(
            BiFunction<Answers, LogPosition, T> pending, BiFunction<Answers, Settled, T> settled) {}

    private record Deadline(long nanos) {

        static Deadline in(Duration duration) {
            return new Deadline(System.nanoTime() + duration.toNanos());
        }

        long nanosLeft() {
            return Math.max(0, nanos - System.nanoTime());
        }
    }
}
