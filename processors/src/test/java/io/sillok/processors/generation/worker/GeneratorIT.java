package io.sillok.processors.generation.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sillok.engines.EngineSettings;
import io.sillok.engines.EnginesHome;
import io.sillok.engines.KafkaEngine;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.WorkEnvelope;
import io.sillok.schemas.generation.AccountId;
import io.sillok.schemas.generation.Answer;
import io.sillok.schemas.generation.BudgetEvent;
import io.sillok.schemas.generation.Chunk;
import io.sillok.schemas.generation.GenerateWork;
import io.sillok.schemas.generation.GenerationEvent;
import io.sillok.schemas.generation.GenerationEvent.Completed;
import io.sillok.schemas.generation.GenerationEvent.Failed;
import io.sillok.schemas.generation.GenerationEvent.Started;
import io.sillok.schemas.generation.GenerationEvent.Stopped;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.generation.Parameters;
import io.sillok.schemas.generation.Prompt;
import io.sillok.schemas.generation.StopReason;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.ErrorCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Generators, deciders and a sandbox model on a real broker.
@TestInstance(Lifecycle.PER_CLASS)
class GeneratorIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final UserId ADA = GenerationBench.owner("ada");

    private Path folder;
    private KafkaEngine broker;
    private GenerationBench bench;

    @BeforeAll
    void startBroker(@TempDir Path directory) {
        folder = directory;
        broker =
                KafkaEngine.start(
                        EnginesHome.locate(), EngineSettings.in(directory.resolve("kafka")));
    }

    @AfterAll
    void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void open(TestInfo test) throws Exception {
        String namespace = "g" + Integer.toHexString(test.getDisplayName().hashCode());
        bench = new GenerationBench(broker, namespace, folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void streamsAnAnswerAndEndsWithTheWholeOfIt() throws Exception {
        bench.generator();

        GenerationId generation = ask("Sort", true, "sandbox:each-3:tokens-60");

        Completed end = (Completed) end(generation);
        Answer answer = end.answer().orElseThrow();
        await().atMost(PATIENCE).until(() -> bench.heard.of(generation, 1).size() == end.chunks());
        List<Chunk> chunks = bench.heard.of(generation, 1);
        assertThat(Heard.text(chunks)).isEqualTo(answer.text());
        assertThat(chunks)
                .extracting(Chunk::index)
                .containsExactlyElementsOf(IntStream.range(0, end.chunks()).boxed().toList());
        assertThat(answer.code().orElseThrow()).startsWith("def answer_");
        assertThat(answer.explanation()).isPresent();
        assertThat(end.attempt()).isEqualTo(1);
        assertThat(end.consumption().model()).isEqualTo("sandbox");
        assertThat(end.consumption().usage().completionTokens()).isEqualTo(60);
        assertThat(end.consumption().usage().estimated()).isFalse();
        assertThat(end.consumption().cost().value()).isPositive();
        requireExactBudgets();
    }

    @Test
    void passesOnTheFirstWordAtOnce() throws Exception {
        List<Long> arrivals = new CopyOnWriteArrayList<>();
        bench.timed(arrivals);
        for (int i = 0; i < 20; i++) {
            ask("Question " + i, true, "sandbox:first-40:each-20:tokens-8");
            int asked = i + 1;
            await().atMost(PATIENCE).until(() -> bench.heard.ends().size() == asked);
        }

        await().atMost(PATIENCE).until(() -> bench.heard.firsts.size() == 20);
        List<Long> heard = bench.heard.firsts.values().stream().sorted().toList();
        List<Long> micros =
                IntStream.range(0, 20)
                        .mapToObj(i -> (heard.get(i) - arrivals.get(i)) / 1_000)
                        .sorted()
                        .toList();
        System.out.printf(
                "first word from the model to a reader of the chunks: p50 %.1f ms, max %.1f ms%n",
                micros.get(10) / 1e3, micros.getLast() / 1e3);
        assertThat(micros).allSatisfy(each -> assertThat(each).isPositive());
    }

    @Test
    void streamsNothingThatNobodyWantsPieceByPiece() throws Exception {
        bench.generator();

        GenerationId generation = ask("Sort", false, "sandbox:each-0");

        assertThat(((Completed) end(generation)).chunks()).isZero();
        assertThat(bench.heard.chunks).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sandbox:fault-500, model-failing, E5004, true",
        "sandbox:fault-429@70, model-rate-limited, E5004, true",
        "sandbox:fault-garbage, model-garbage, E5004, true",
        "sandbox:each-0:fault-cut@4, model-cut, E5004, true",
        "sandbox:fault-empty, model-empty, E5004, true",
        "another, model-unknown, E5004, false"
    })
    void saysWhyThereIsNoAnswer(String model, String reason, ErrorCode code, boolean isPassing)
            throws Exception {
        bench.generator();

        Failed end = (Failed) end(ask("Sort", true, model));

        assertThat(end.problem().code()).isEqualTo(code);
        assertThat(end.problem().reason()).isEqualTo(reason);
        assertThat(end.problem().retryAfter().isPresent()).isEqualTo(isPassing);
        assertThat(end.incident()).matches("INC-[0-9]{8}-[0-9A-F]{8}");
        requireExactBudgets();
    }

    @Test
    void saysThatTheModelIsAway() throws Exception {
        bench.generator(nowhere(), "key");

        assertThat(((Failed) end(ask("Sort", true, "sandbox"))).problem().reason())
                .isEqualTo("model-unreachable");
    }

    @Test
    void saysThatTheKeyIsWrong() throws Exception {
        bench.generator(bench.sandbox.uri(), "guessed");

        assertThat(((Failed) end(ask("Sort", true, "sandbox"))).problem().reason())
                .isEqualTo("model-refused-key");
    }

    @Test
    void saysThatThereIsNoModel() throws Exception {
        bench.generator(GeneratorSettings.NONE);

        assertThat(((Failed) end(ask("Sort", true, "sandbox"))).problem().reason())
                .isEqualTo("model-not-configured");
    }

    @Test
    void closesTheCallWhenNobodyListensAnyMore() throws Exception {
        bench.generator();
        GenerationId generation = ask("Sort", true, "sandbox:each-20:tokens-900");
        await().atMost(PATIENCE).until(() -> bench.heard.of(generation, 1).size() > 3);

        bench.stop(generation, ADA);

        Stopped end = (Stopped) end(generation);
        assertThat(end.reason()).isEqualTo(StopReason.CLIENT_GONE);
        assertThat(end.consumption().orElseThrow().usage().estimated()).isTrue();
        String text = end.answer().orElseThrow().text();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(Heard.text(bench.heard.of(generation, 1)))
                                        .isEqualTo(text));
        await().atMost(PATIENCE).until(() -> bench.sandbox.calls().abandoned() == 1);
        requireExactBudgets();
    }

    @Test
    void neverCallsTheModelForWhatIsOver() throws Exception {
        bench.generator();
        GenerationId generation = ask("Sort", true, "sandbox:each-0");
        end(generation);

        bench.again(work(generation));

        await().atMost(PATIENCE).until(() -> bench.heard.refusals("generation-over") == 1);
        assertThat(bench.sandbox.calls().begun()).isEqualTo(1);
        assertThat(bench.heard.ends()).hasSize(1);
    }

    @Test
    void endsWhatAnotherWorkerHasBegunAndLeft() throws Exception {
        bench.generator();
        GenerationId generation = ask("Sort", true, "sandbox:each-20:tokens-100");
        await().atMost(PATIENCE).until(() -> bench.heard.of(generation, 1).size() > 3);

        bench.beginInVain(generation, ADA);

        Completed end = (Completed) end(generation);
        assertThat(end.attempt()).isEqualTo(3);
        assertThat(bench.heard.refusals("attempt-superseded")).isEqualTo(1);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(Heard.text(bench.heard.of(generation, 3)))
                                        .isEqualTo(end.answer().orElseThrow().text()));
        requireExactBudgets();
    }

    @Test
    void losesNothingWhenAWorkerIsKilled() throws Exception {
        String model = "sandbox:each=20,tokens=150";
        try (GeneratorProcess survivor =
                        GeneratorProcess.start(folder, bench.kafka, bench.sandbox.uri(), model);
                GeneratorProcess victim =
                        GeneratorProcess.start(folder, bench.kafka, bench.sandbox.uri(), model)) {
            await().atMost(PATIENCE).until(() -> survivor.isReady() && victim.isReady());
            Set<GenerationId> asked = new HashSet<>();
            for (int i = 0; i < 50; i++) {
                UserId owner = GenerationBench.owner("rival " + i % 5);
                asked.add(bench.ask(owner, "Question " + i, true, Optional.empty()));
            }
            await().atMost(PATIENCE).until(() -> bench.heard.all(Started.class).size() >= 40);

            victim.kill();

            await().atMost(PATIENCE).until(() -> bench.heard.ends().size() >= 50);
            int repeated = bench.heard.all(Started.class).size() - 50;
            System.out.printf(
                    "50 generations, one of two workers killed: %d begun again, %d completed%n",
                    repeated, bench.heard.all(Completed.class).size());
            assertThat(repeated).isPositive();
            assertThat(bench.heard.ends())
                    .extracting(GenerationEvent::generation)
                    .containsExactlyInAnyOrderElementsOf(asked);
            requireWholeStreams();
            requireExactBudgets();
        }
    }

    @Test
    void answersManyAtOnce() throws Exception {
        bench.generator();
        Map<GenerationId, Long> asked = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            UserId owner = GenerationBench.owner("one of many " + i % 20);
            asked.put(
                    bench.ask(owner, "Question " + i, true, Optional.of("sandbox:tokens-200")),
                    System.nanoTime());
        }

        await().atMost(PATIENCE).until(() -> bench.heard.ends().size() == 60);

        requireWholeStreams();
        assertThat(bench.heard.all(Completed.class)).hasSize(60);
        assertThat(bench.sandbox.calls().begun()).isEqualTo(bench.heard.all(Started.class).size());
        requireExactBudgets();
        print("first words", asked, bench.heard.firsts);
        print("last words", asked, bench.heard.lasts);
    }

    private static void print(
            String what, Map<GenerationId, Long> from, Map<GenerationId, Long> to) {
        List<Long> millis =
                from.entrySet().stream()
                        .map(
                                each ->
                                        (to.getOrDefault(each.getKey(), 0L) - each.getValue())
                                                / 1_000_000)
                        .sorted()
                        .toList();
        System.out.printf(
                "%d at once, %s after: p50 %d ms, p99 %d ms%n",
                millis.size(),
                what,
                millis.get(millis.size() / 2),
                millis.get(millis.size() * 99 / 100));
    }

    private void requireWholeStreams() {
        for (Completed end : bench.heard.all(Completed.class)) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> {
                                List<Chunk> chunks =
                                        bench.heard.of(end.generation(), end.attempt());
                                assertThat(Heard.text(chunks))
                                        .isEqualTo(end.answer().orElseThrow().text());
                            });
        }
    }

    /// What was put aside has come back or was charged, once, and exactly what was used was
    /// charged.
    private void requireExactBudgets() {
        Map<GenerationId, Long> used = new HashMap<>();
        for (GenerationEvent end : bench.heard.ends()) {
            used.put(end.generation(), tokens(end));
        }
        Map<GenerationId, Long> charged = new HashMap<>();
        for (BudgetEvent event : bench.heard.all(BudgetEvent.class)) {
            if (event instanceof BudgetEvent.Settled settled) {
                assertThat(charged.put(settled.generation(), settled.used())).isNull();
            }
            if (event instanceof BudgetEvent.Released released) {
                assertThat(charged.put(released.generation(), 0L)).isNull();
            }
        }
        Set<GenerationId> reserved =
                bench.heard.all(BudgetEvent.Reserved.class).stream()
                        .map(BudgetEvent.Reserved::generation)
                        .collect(Collectors.toSet());
        assertThat(charged).isEqualTo(used);
        assertThat(charged.keySet()).isEqualTo(reserved);
    }

    private static long tokens(GenerationEvent end) {
        return switch (end) {
            case Completed completed -> completed.consumption().usage().total();
            case Failed failed -> failed.consumption().map(took -> took.usage().total()).orElse(0L);
            case Stopped stopped ->
                    stopped.consumption().map(took -> took.usage().total()).orElse(0L);
            default -> 0;
        };
    }

    private GenerationId ask(String question, boolean streamed, String model)
            throws InterruptedException {
        return bench.ask(ADA, question, streamed, Optional.of(model));
    }

    private GenerationEvent end(GenerationId generation) {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                bench.heard.ends().stream()
                                        .anyMatch(end -> end.generation().equals(generation)));
        return bench.heard.ends().getFirst();
    }

    /// As it would come again when the worker had not said that it was done.
    private static WorkEnvelope<GenerateWork> work(GenerationId generation) {
        return new WorkEnvelope<>(
                Ids.named("work/" + generation),
                AccountId.of(ADA).key(),
                generation.subject(),
                Instant.now(),
                ADA.toString(),
                Ids.named("correlation"),
                Ids.named("causation"),
                Optional.empty(),
                new GenerateWork(
                        generation,
                        ADA,
                        true,
                        Optional.of(
                                new Prompt.Code(
                                        "Sort",
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())),
                        Optional.empty(),
                        Parameters.NONE));
    }

    private static URI nowhere() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return URI.create("http://127.0.0.1:" + free.getLocalPort() + "/v1");
        }
    }
}
