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
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.generation.AccountId;
import io.sillok.schemas.generation.Allowance;
import io.sillok.schemas.generation.Budget;
import io.sillok.schemas.generation.BudgetEvent;
import io.sillok.schemas.generation.BudgetPeriod;
import io.sillok.schemas.generation.GenerationCommand;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.generation.Parameters;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.operations.CommandSettled.Outcome;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.topics.Namespace;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.Decoded;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.LogEntry;
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
import java.util.stream.IntStream;
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

    /// What the ten that were taken took.
    private void answer(UserId person, Instant now) {
        for (int n = 0; n < RIVALS; n++) {
            GenerationId id = id(person, n);
            GenerationCommand begin = new GenerationCommand.Begin(id, person);
            GenerationCommand complete =
                    new GenerationCommand.Complete(
                            id, person, 1, Optional.of(Given.ANSWER), Given.TOOK, 1);
            log.settle(List.of(command(begin, WORKER, now), command(complete, WORKER, now)));
        }
    }

    /// The budget after each of its events, as the log says.
    private List<Budget> history(UserId person) {
        List<Budget> budgets = new ArrayList<>();
        new WholeLog(kafka.bootstrapServers())
                .read(kafka.nameOf(Topics.GENERATION_EVENTS))
                .forEach(
                        stored -> {
                            if (EventCodec.decode(stored.record())
                                            instanceof
                                            Decoded.Message<LogEntry>(LogEntry.Event(var event))
                                    && event.event() instanceof BudgetEvent change
                                    && change.owner().equals(person)) {
                                budgets.add(next(budgets, event.with(change)));
                            }
                        });
        return budgets;
    }

    private static Budget next(List<Budget> before, EventEnvelope<BudgetEvent> event) {
        return Budget.evolve(
                before.isEmpty() ? Optional.empty() : Optional.of(before.getLast()), event);
    }

    private static CommandEnvelope<?> ask(UserId person, int number, Instant now) {
        return command(
                new GenerationCommand.Request(
                        id(person, number),
                        person,
                        true,
                        Optional.of(Given.question(text(number))),
                        Optional.empty(),
                        Parameters.NONE),
                new Actor(person.toString(), Set.of(Role.USER)),
                now);
    }

    private static CommandEnvelope<?> command(GenerationCommand command, Actor by, Instant now) {
        UUID id = Ids.timeOrdered(now);
        return new CommandEnvelope<>(
                new CommandId(id),
                command.key(),
                command.subject(),
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
