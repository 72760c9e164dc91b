package io.sillok.processors.generation.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sillok.engines.Engines;
import io.sillok.platform.testkit.personal.Keyring;
import io.sillok.processors.engine.erasure.Belongings;
import io.sillok.processors.engine.erasure.Removal;
import io.sillok.processors.engine.projection.Parking;
import io.sillok.processors.engine.projection.ProjectionRebuild;
import io.sillok.processors.engine.projection.ProjectionStage;
import io.sillok.processors.engine.projection.RowDigest;
import io.sillok.processors.engine.projection.StoredProjection;
import io.sillok.processors.engine.projection.StoredProjection.Surroundings;
import io.sillok.processors.generation.ReservationTimer;
import io.sillok.processors.generation.erasure.AccountBelongings;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Head;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.generation.AccountEvent;
import io.sillok.schemas.generation.AccountId;
import io.sillok.schemas.generation.Agent;
import io.sillok.schemas.generation.AgentEvent;
import io.sillok.schemas.generation.AgentId;
import io.sillok.schemas.generation.Allowance;
import io.sillok.schemas.generation.Answer;
import io.sillok.schemas.generation.Budget;
import io.sillok.schemas.generation.BudgetEvent;
import io.sillok.schemas.generation.BudgetPeriod;
import io.sillok.schemas.generation.Consumption;
import io.sillok.schemas.generation.Cost;
import io.sillok.schemas.generation.Generation;
import io.sillok.schemas.generation.GenerationCommand;
import io.sillok.schemas.generation.GenerationEvent;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.generation.GenerationKind;
import io.sillok.schemas.generation.Parameters;
import io.sillok.schemas.generation.Prompt;
import io.sillok.schemas.generation.StopReason;
import io.sillok.schemas.generation.Usage;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.search.Hangul;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.SealedEvent;
import io.sillok.schemas.wire.WireRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// The views of generation on real engines. Every event comes twice.
@TestInstance(Lifecycle.PER_CLASS)
class GenerationProjectionsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");
    private static final Consumption TOOK =
            new Consumption("small", new Usage(100, 20, false), new Cost("0.00042", "USD"));

    private final Keyring keys = new Keyring();
    private final Map<Subject, Head> heads = new HashMap<>();
    private final Map<String, Generation> generations = new TreeMap<>();
    private final Map<String, Agent> agents = new TreeMap<>();
    private final Map<String, Budget> budgets = new TreeMap<>();
    private Engines engines;
    private ProjectionStage stage;

    @BeforeAll
    void start(@TempDir Path folder) {
        engines = Engines.start(folder.resolve("engines"));
        stage = new ProjectionStage(engines, "generation", folder);
        projections().forEach(projection -> stage.run(projection.runner()));
    }

    @AfterAll
    void stop() {
        stage.close();
        engines.close();
    }

    @Test
    void showWhatTheEventsSayAndTheSameWhenBuiltAnew() {
        for (int n = 0; n < 30; n++) {
            write(life(person(n), n));
        }

        awaitRows();
        assertThat(new Parking(stage.postgres()).list()).isEmpty();
        assertThat(sum("generations")).isEqualTo(20);
        assertThat(sum("prompt_tokens")).isEqualTo(2_000);
        assertThat(sum("charged")).isEqualTo(2_400);

        for (StoredProjection<?> projection : projections()) {
            ProjectionRebuild<?> rebuild = projection.rebuild();
            stage.run(rebuild.begin());
            assertThat(rebuild.compare(PATIENCE))
                    .isInstanceOf(ProjectionRebuild.Comparison.Equal.class);
        }
    }

    @Test
    void findAnyPartOfAKoreanWord() {
        UserId person = person(100);
        write(List.of(asked(generation(person, 1), person, "중복을 없애고 정렬하는 함수\0를 짜 줘")));
        awaitRows();

        assertThat(found(person, "정렬")).isEqualTo(1);
        assertThat(found(person, "정려")).isEqualTo(1);
        assertThat(found(person, "렬하")).isEqualTo(1);
        assertThat(found(person, "청렬")).isZero();
        assertThat(found(person(101), "정렬")).isZero();
    }

    @Test
    void areEmptyWhenTheyAreForgotten() {
        UserId person = person(200);
        GenerationId generation = generation(person, 1);
        AgentId agent = agent(person);
        write(life(person, 200));
        awaitRows();
        List<Belongings> all = AccountBelongings.all(stage.postgres());
        assertThat(all).allSatisfy(one -> assertThat(one.count(person).left()).isPositive());
        assertThat(all.stream().flatMap(one -> one.removals(person).stream()).map(Removal::subject))
                .contains(generation.subject(), agent.subject());

        write(
                List.of(
                        new GenerationEvent.Forgotten(generation, person),
                        new GenerationEvent.Forgotten(generation(person, 2), person),
                        new AgentEvent.Removed(agent, person)));
        keys.destroy(person);
        awaitRows();

        assertThat(all)
                .allSatisfy(one -> assertThat(one.count(person).left()).isZero())
                .allSatisfy(one -> assertThat(one.removals(person)).isEmpty());
        assertThat(words(person)).isZero();
    }

    @Test
    void tellTheTimerWhatIsOverdue() {
        UserId person = person(300);
        GenerationId generation = generation(person, 1);
        write(
                List.of(
                        new BudgetEvent.Granted(person, 1_000, LATER, LATER.plusSeconds(60)),
                        new BudgetEvent.Reserved(person, generation, 10, LATER),
                        new BudgetEvent.Reserved(
                                person, generation(person, 2), 10, LATER.plusSeconds(100))));
        awaitRows();
        Queue<Object> asked = new ConcurrentLinkedQueue<>();

        try (ReservationTimer timer =
                ReservationTimer.start(
                        stage.postgres(),
                        command -> asked.add(command.command()),
                        Duration.ofMillis(50),
                        InstantSource.fixed(LATER))) {
            await().atMost(PATIENCE).until(() -> asked.size() > 1);
            assertThat(timer).isNotNull();
        }

        assertThat(asked).containsOnly(new GenerationCommand.Expire(generation, person));
    }

    /// Answered, stopped or failed, rated; some agents are removed.
    private static List<AccountEvent> life(UserId person, int n) {
        GenerationId first = generation(person, 1);
        GenerationId second = generation(person, 2);
        List<AccountEvent> events = new ArrayList<>();
        events.add(
                new AgentEvent.Created(
                        agent(person),
                        person,
                        Optional.of("리뷰어 " + n),
                        Optional.of("짧게"),
                        Optional.empty(),
                        Optional.of(0.5)));
        events.add(new BudgetEvent.Allowed(person, new Allowance(10_000 + n, BudgetPeriod.MONTH)));
        events.add(new BudgetEvent.Granted(person, 10_000, LATER, LATER.plusSeconds(60)));
        events.add(new BudgetEvent.Reserved(person, first, 5_000, LATER.plusSeconds(1_000)));
        events.add(asked(first, person, "물음 " + n));
        events.add(new GenerationEvent.Started(first, person, 1));
        events.add(new BudgetEvent.Prolonged(person, first, LATER.plusSeconds(2_000)));
        if (n % 3 == 0) {
            events.add(
                    new GenerationEvent.Failed(
                            first,
                            person,
                            1,
                            Problem.of(ErrorCode.E5001, "model-timed-out", "Too slow."),
                            "INC-20270101-00000000",
                            Optional.empty()));
            events.add(new BudgetEvent.Released(person, first, 5_000));
        } else {
            events.add(completed(first, person, Optional.empty()));
            events.add(new BudgetEvent.Settled(person, first, 5_000, 120, TOOK));
            events.add(new GenerationEvent.Rated(first, person, 4, Optional.of("좋아요 " + n)));
        }
        events.add(asked(second, person, "또 물음"));
        events.add(new GenerationEvent.StopRequested(second, person, StopReason.CLIENT_GONE));
        events.add(
                n % 2 == 0
                        ? completed(second, person, Optional.of(first))
                        : new GenerationEvent.Stopped(
                                second,
                                person,
                                0,
                                StopReason.CLIENT_GONE,
                                Optional.empty(),
                                Optional.empty()));
        if (n % 5 == 4) {
            events.add(new AgentEvent.Removed(agent(person), person));
        }
        return events;
    }

    private static GenerationEvent asked(GenerationId id, UserId person, String question) {
        return new GenerationEvent.Requested(
                id,
                person,
                GenerationKind.CODE,
                true,
                Optional.of(
                        new Prompt.Code(
                                question, Optional.empty(), Optional.of("java"), Optional.empty())),
                Optional.of(agent(person)),
                Optional.of("짧게"),
                new Parameters(Optional.empty(), Optional.of(0.5), Optional.of(100)),
                false);
    }

    private static GenerationEvent completed(
            GenerationId id, UserId person, Optional<GenerationId> from) {
        return new GenerationEvent.Completed(
                id,
                person,
                from.isPresent() ? 0 : 1,
                Optional.of(
                        new Answer(
                                "xs.sort()",
                                Optional.of("xs.sort()"),
                                Optional.empty(),
                                List.of(),
                                "0".repeat(64))),
                from.isPresent() ? TOOK.again() : TOOK,
                3,
                from);
    }

    private void write(List<AccountEvent> events) {
        List<WireRecord> records = events.stream().map(this::seal).toList();
        stage.events().send(Topics.GENERATION_EVENTS, records);
        stage.events().send(Topics.GENERATION_EVENTS, records);
    }

    private WireRecord seal(AccountEvent event) {
        Subject subject = event.subject();
        SealedEvent<AccountEvent> sealed =
                EventCodec.seal(
                        stage.events().command(subject, AccountId.of(event.owner()).key(), event),
                        subject,
                        heads.getOrDefault(subject, Head.NONE),
                        event,
                        keys);
        heads.put(subject, sealed.head());
        fold(sealed.envelope());
        return sealed.record();
    }

    private void fold(EventEnvelope<AccountEvent> envelope) {
        String id = envelope.subject().id().toString();
        switch (envelope.event()) {
            case GenerationEvent event ->
                    generations.put(
                            id,
                            Generation.evolve(
                                    Optional.ofNullable(generations.get(id)),
                                    envelope.with(event)));
            case AgentEvent event ->
                    agents.put(
                            id,
                            Agent.evolve(
                                    Optional.ofNullable(agents.get(id)), envelope.with(event)));
            case BudgetEvent event ->
                    budgets.put(
                            id,
                            Budget.evolve(
                                    Optional.ofNullable(budgets.get(id)), envelope.with(event)));
        }
    }

    private static UserId person(int n) {
        return new UserId(new UUID(7, n));
    }

    private static GenerationId generation(UserId person, int n) {
        return GenerationId.of(AccountId.of(person), new UUID(8, n));
    }

    private static AgentId agent(UserId person) {
        return AgentId.of(AccountId.of(person), new UUID(9, 1));
    }

    private List<StoredProjection<?>> projections() {
        return GenerationProjections.inPostgres(
                new Surroundings(stage.kafka(), stage.postgres(), InstantSource.system()), keys);
    }

    private void awaitRows() {
        awaitDigest("generations", RowDigest.of(generations.values().stream()));
        awaitDigest("agents", RowDigest.of(agents.values().stream()));
        awaitDigest("budgets", RowDigest.of(budgets.values().stream()));
    }

    private void awaitDigest(String name, RowDigest expected) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(
                        () ->
                                assertThat(
                                                projections().stream()
                                                        .filter(one -> one.name().equals(name))
                                                        .findFirst()
                                                        .orElseThrow()
                                                        .digest())
                                        .isEqualTo(expected));
    }

    private long found(UserId person, String word) {
        return stage.postgres()
                .jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select count(*)
                                                  from generations
                                                 where owner = :owner and not forgotten
                                                   and position(:letters in found) > 0
                                                """)
                                        .bind("owner", person.value())
                                        .bind("letters", Hangul.lettersOf(word))
                                        .mapTo(Long.class)
                                        .one());
    }

    /// How many rows of a person say something.
    private long words(UserId person) {
        return stage.postgres()
                .jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select (select count(*)
                                                          from generations
                                                         where owner = :owner
                                                           and (prompt is not null
                                                                or answer is not null
                                                                or comment is not null
                                                                or found is not null))
                                                     + (select count(*)
                                                          from agents
                                                         where owner = :owner
                                                           and (name is not null
                                                                or instructions is not null))
                                                """)
                                        .bind("owner", person.value())
                                        .mapTo(Long.class)
                                        .one());
    }

    /// Of the persons whose lives the first test writes.
    private long sum(String column) {
        return stage.postgres()
                .jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select coalesce(sum(<column>), 0)
                                                  from generation_usage
                                                 where owner = any(:owners)
                                                """)
                                        .define("column", column)
                                        .bindArray("owners", UUID.class, firstPersons())
                                        .mapTo(Long.class)
                                        .one());
    }

    private static List<UUID> firstPersons() {
        List<UUID> persons = new ArrayList<>();
        for (int n = 0; n < 30; n++) {
            persons.add(person(n).value());
        }
        return persons;
    }
}
