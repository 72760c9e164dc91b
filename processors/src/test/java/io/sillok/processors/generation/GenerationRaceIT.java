package io.sillok.processors.generation;

import static io.sillok.processors.generation.Given.WORKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sillok.engines.EngineSettings;
import io.sillok.engines.EnginesHome;
import io.sillok.engines.KafkaEngine;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.TopicProvisioning;
import io.sillok.platform.testkit.WholeLog;
import io.sillok.platform.testkit.personal.Keyring;
import io.sillok.processors.engine.DecidingApplication;
import io.sillok.processors.engine.DecidingSettings;
import io.sillok.processors.engine.claims.ClaimSecret;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.generation.AccountId;
import io.sillok.schemas.generation.Allowance;
import io.sillok.schemas.generation.Budget;
import io.sillok.schemas.generation.BudgetEvent;
import io.sillok.schemas.generation.BudgetPeriod;
import io.sillok.schemas.generation.GenerationCommand;
import io.sillok.schemas.generation.GenerationEvent;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.generation.Parameters;
import io.sillok.schemas.generation.PromptCacheCommand;
import io.sillok.schemas.generation.PromptCacheId;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.operations.CommandSettled.Outcome;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.topics.Namespace;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.Decoded;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.LogEntry;
import io.sillok.schemas.wire.WireRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Budgets on a real broker, decided by two nodes.
@TestInstance(Lifecycle.PER_CLASS)
final class GenerationRaceIT {

    private static final int RIVALS = 100;
    private static final int ROOM = 10;
    private static final long TOKENS =
            TokenBound.of(Given.question(text(0)), Optional.empty(), 2_048);
    private static final Allowance FOR_TEN = new Allowance(ROOM * TOKENS, BudgetPeriod.MONTH);

    private final Keyring keys = new Keyring();
    private final List<DecidingApplication> nodes = new ArrayList<>();
    private KafkaEngine broker;
    private KafkaSettings kafka;
    private GenerationLog log;

    @BeforeAll
    void start(@TempDir Path folder) {
        broker =
                KafkaEngine.start(EnginesHome.locate(), EngineSettings.in(folder.resolve("kafka")));
        kafka =
                new KafkaSettings(
                        broker.bootstrapServers(), new Namespace("g"), (short) 1, 4, Map.of());
        TopicProvisioning.provision(kafka);
        for (int node = 0; node < 2; node++) {
            nodes.add(
                    DecidingApplication.start(
                            GenerationModule.decides(FOR_TEN, keys.everywhere()),
                            kafka,
                            DecidingSettings.in(
                                    folder.resolve("state-" + node),
                                    ClaimSecret.of(new byte[32]))));
        }
        await().atMost(Duration.ofMinutes(2))
                .until(() -> nodes.stream().allMatch(DecidingApplication::isReady));
        log = new GenerationLog(kafka, keys);
    }

    @AfterAll
    void stop() {
        log.close();
        nodes.forEach(DecidingApplication::close);
        broker.stop();
    }

    @Test
    void ofAHundredWithABudgetForTenTenAreTaken() {
        UserId person = new UserId(new UUID(1, 1));
        Instant now = Instant.now();

        List<CommandSettled> ends =
                log.settle(IntStream.range(0, RIVALS).mapToObj(n -> ask(person, n, now)).toList());

        assertThat(ends)
                .extracting(CommandSettled::outcome)
                .filteredOn(Outcome.ACCEPTED::equals)
                .hasSize(ROOM);
        assertThat(ends)
                .filteredOn(end -> end.outcome() == Outcome.REJECTED)
                .hasSize(RIVALS - ROOM)
                .allSatisfy(
                        end ->
                                assertThat(end.problem().map(Problem::reason))
                                        .contains("budget-exhausted"));
        assertThat(history(person).getLast().reserved()).isEqualTo(FOR_TEN.tokens());

        answer(person, now);

        Budget after = history(person).getLast();
        assertThat(after.reserved()).isZero();
        assertThat(after.spent()).isEqualTo(ROOM * Given.TOOK.usage().total());
        assertThat(history(person))
                .allSatisfy(
                        one ->
                                assertThat(one.spent() + one.reserved())
                                        .isLessThanOrEqualTo(FOR_TEN.tokens()));
    }

    @Test
    void comesBackWhenNobodyWorksOnIt() {
        UserId person = new UserId(new UUID(2, 2));
        Instant now = Instant.parse("2026-06-15T12:00:00Z");
        log.settle(IntStream.range(0, ROOM).mapToObj(n -> ask(person, n, now)).toList());

        CommandSettled late =
                log.settle(List.of(ask(person, ROOM, now.plus(Bookkeeping.HOLD)))).getFirst();

        assertThat(late.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(history(person).getLast().reserved()).isEqualTo(TOKENS);
    }

    @Test
    void answersAreForgottenOnEveryNodeWhenTheyAreCleared() {
        List<UserId> persons =
                IntStream.range(0, 16).mapToObj(n -> new UserId(new UUID(3, n))).toList();
        Instant now = Instant.now();
        for (UserId person : persons) {
            log.settle(List.of(ask(person, 0, now)));
            answer(person, 0, now);
        }
        assertThat(repeat(persons, 1)).hasSize(16).containsOnly(true);

        PromptCacheId all = PromptCacheId.ALL;
        Actor admin = new Actor(new UUID(4, 4).toString(), Set.of(Role.ADMIN));
        log.settle(
                List.of(
                        command(
                                all.key(),
                                all.subject(),
                                new PromptCacheCommand.Clear(all),
                                admin,
                                Instant.now())));

        AtomicInteger times = new AtomicInteger(1);
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !repeat(persons, times.incrementAndGet()).contains(true));
    }

    /// Asks the first question again.
    ///
    /// @param number of the new generation
    /// @return for each whether it was answered from memory
    private List<Boolean> repeat(List<UserId> persons, int number) {
        log.settle(
                persons.stream()
                        .map(person -> ask(person, number, text(0), Instant.now()))
                        .toList());
        Set<GenerationId> asked =
                persons.stream().map(person -> id(person, number)).collect(Collectors.toSet());
        return events(GenerationEvent.Requested.class)
                .filter(event -> asked.contains(event.event().generation()))
                .map(event -> event.event().cached())
                .toList();
    }

    /// What the ten that were taken took.
    private void answer(UserId person, Instant now) {
        for (int n = 0; n < RIVALS; n++) {
            answer(person, n, now);
        }
    }

    private void answer(UserId person, int number, Instant now) {
        GenerationId id = id(person, number);
        GenerationCommand begin = new GenerationCommand.Begin(id, person);
        GenerationCommand complete =
                new GenerationCommand.Complete(
                        id, person, 1, Optional.of(Given.ANSWER), Given.TOOK, 1);
        log.settle(List.of(command(begin, WORKER, now), command(complete, WORKER, now)));
    }

    /// The budget after each of its events, as the log says.
    private List<Budget> history(UserId person) {
        List<Budget> budgets = new ArrayList<>();
        events(BudgetEvent.class)
                .filter(event -> event.event().owner().equals(person))
                .forEach(event -> budgets.add(next(budgets, event)));
        return budgets;
    }

    /// All of a kind, as the log has them.
    private <E> Stream<EventEnvelope<E>> events(Class<E> kind) {
        return new WholeLog(kafka.bootstrapServers())
                .read(kafka.nameOf(Topics.GENERATION_EVENTS)).stream()
                        .flatMap(stored -> event(kind, stored.record()).stream());
    }

    private static <E> Optional<EventEnvelope<E>> event(Class<E> kind, WireRecord record) {
        return EventCodec.decode(record)
                                instanceof Decoded.Message<LogEntry>(LogEntry.Event(var event))
                        && kind.isInstance(event.event())
                ? Optional.of(event.with(kind.cast(event.event())))
                : Optional.empty();
    }

    private static Budget next(List<Budget> before, EventEnvelope<BudgetEvent> event) {
        return Budget.evolve(
                before.isEmpty() ? Optional.empty() : Optional.of(before.getLast()), event);
    }

    private static CommandEnvelope<?> ask(UserId person, int number, Instant now) {
        return ask(person, number, text(number), now);
    }

    private static CommandEnvelope<?> ask(UserId person, int number, String question, Instant now) {
        return command(
                new GenerationCommand.Request(
                        id(person, number),
                        person,
                        true,
                        Optional.of(Given.question(question)),
                        Optional.empty(),
                        Parameters.NONE),
                new Actor(person.toString(), Set.of(Role.USER)),
                now);
    }

    private static CommandEnvelope<?> command(GenerationCommand command, Actor by, Instant now) {
        return command(command.key(), command.subject(), command, by, now);
    }

    private static CommandEnvelope<?> command(
            BoundaryKey key, Subject subject, Object command, Actor by, Instant now) {
        UUID id = Ids.timeOrdered(now);
        return new CommandEnvelope<>(
                new CommandId(id),
                key,
                subject,
                now,
                by,
                id,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                command);
    }

    private static GenerationId id(UserId person, int number) {
        return GenerationId.of(AccountId.of(person), new UUID(0, number));
    }

    /// All of the same length.
    private static String text(int number) {
        return "묻는 것 %03d".formatted(number);
    }
}
