package io.sillok.processors.engine;

import static io.sillok.processors.engine.Naming.category;
import static io.sillok.processors.engine.Naming.command;
import static io.sillok.processors.engine.Naming.expecting;
import static io.sillok.processors.engine.Naming.once;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.schemas.catalog.CategoryCommand;
import io.sillok.schemas.catalog.CategoryCommand.Create;
import io.sillok.schemas.catalog.CategoryCommand.Rename;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.operations.CommandSettled.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// What only a real broker shows: that deciding is free of races, and exactly once through kills.
@TestInstance(Lifecycle.PER_CLASS)
final class DecidingRaceIT {

    private static final int KEYS = 200;
    private static final int IN_FLIGHT = 64;

    private final NamingStage stage;
    private final NamingLog log;
    private final Path directory;

    DecidingRaceIT(@TempDir Path directory) {
        this.directory = directory;
        stage = new NamingStage(directory);
        log = stage.log();
    }

    @AfterEach
    void stopProcesses() {
        stage.stopProcesses();
    }

    @AfterAll
    void stop() {
        stage.close();
    }

    @Test
    void acceptsOneOfTwoWithTheSameExpectedVersion() {
        stage.ready("race");
        stage.settle(creations("race"));

        var pairs = stage.settle(pairs("race"));

        assertOneOfTwo(pairs);
    }

    @Test
    void acceptsOneOfTwoAlsoWhenItIsKilledInBetween() {
        var process = stage.ready("kill");
        stage.settle(creations("kill"));
        var pending = new ArrayList<CompletableFuture<CommandSettled>>();
        var commands = pairs("kill");
        for (int i = 0; i < commands.size(); i++) {
            pending.add(log.send(commands.get(i)));
            if (i == commands.size() / 2) {
                process.kill();
            }
        }
        stage.ready("kill");

        var pairs = NamingStage.await(pending);

        assertOneOfTwo(pairs);
        assertThat(log.histories()).isNotEmpty();
        assertThat(log.settlements()).allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void isTakenOverWhenItFreezesAndDoesNoHarmWhenItWakes() {
        var sleeper = stage.ready("sleeper");
        stage.settle(creations("sleep"));
        var second = stage.ready("second");
        var commands = pairs("sleep");
        var pending = new ArrayList<>(stage.send(commands.subList(0, KEYS)));
        sleeper.freeze();
        pending.addAll(stage.send(commands.subList(KEYS, 2 * KEYS)));

        var pairs = NamingStage.await(pending);
        sleeper.wake();
        var afterwards = stage.settle(creations("awake"));

        assertOneOfTwo(pairs);
        assertThat(afterwards).allSatisfy(end -> assertThat(end.version()).isEqualTo(1));
        assertThat(log.histories()).isNotEmpty();
        assertThat(log.settlements()).allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
        second.close();
    }

    @Test
    void goesOnWhenTheBrokerWasAway() {
        stage.ready("broker");
        stage.settle(creations("before"));

        stage.broker().kill();
        stage.broker().restart();

        assertThat(stage.settle(creations("after")))
                .allSatisfy(end -> assertThat(end.outcome()).isEqualTo(Outcome.ACCEPTED));
    }

    @Test
    void answersRepeatsAlikeAlsoAfterARestart() {
        var process = stage.ready("repeat");
        var create = new Create(category("repeat"), "repeat");
        var early = IntStream.range(0, 25).mapToObj(_ -> log.send(once("k", "p", create))).toList();
        process.kill();
        stage.ready("repeat");
        var late = IntStream.range(0, 25).mapToObj(_ -> log.send(once("k", "p", create))).toList();

        var answers = new ArrayList<>(NamingStage.await(early));
        answers.addAll(NamingStage.await(late));

        assertThat(answers).extracting(CommandSettled::version).containsOnly(1L);
        assertThat(answers.stream().map(CommandSettled::representation).distinct()).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.outcome() == Outcome.ACCEPTED).hasSize(1);
    }

    @Test
    void knowsReferencesAfterARestartWithAndWithoutItsState() throws IOException {
        var process = stage.ready("references");
        log.send(command(new Create(category("referred"), "referred")))
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
        process.close();
        var again = stage.ready("references");
        assertThat(
                        log.send(command(new Create(category("r1"), "like referred")))
                                .orTimeout(60, TimeUnit.SECONDS)
                                .join()
                                .outcome())
                .isEqualTo(Outcome.ACCEPTED);
        again.close();
        assertThat(Files.exists(directory.resolve("references"))).isTrue();

        stage.ready("elsewhere");

        assertThat(
                        log.send(command(new Create(category("r2"), "like referred")))
                                .orTimeout(60, TimeUnit.SECONDS)
                                .join()
                                .outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void settlesWhatWaitedWhenItWasKilled() {
        var process = stage.ready("waiting");
        var waits = log.send(command(new Create(category("waits"), "like nobody")));
        var behind = log.send(command(new Rename(category("waits"), "x")));
        log.send(command(new Create(category("marker"), "marker")))
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
        process.kill();
        stage.ready("waiting");

        var ends = NamingStage.await(List.of(waits, behind));

        assertThat(ends)
                .extracting(end -> end.problem().orElseThrow().reason())
                .containsExactly("unknown-name", "not-found");
    }

    @Test
    void isNotStoppedByPoison() {
        stage.ready("poison");
        var large = "x".repeat(900_000).getBytes(StandardCharsets.UTF_8);

        for (int partition = 0; partition < stage.kafka().partitions(); partition++) {
            log.sendRaw(partition, null, null);
            log.sendRaw(partition, "key".getBytes(StandardCharsets.UTF_8), large);
        }

        assertThat(stage.settle(creations("poison")))
                .allSatisfy(end -> assertThat(end.outcome()).isEqualTo(Outcome.ACCEPTED));
    }

    /// Prints how long deciding takes here; asserts nothing about it.
    @Test
    void isTimed() throws InterruptedException {
        stage.ready("timed");
        stage.settle(creations("warm"));
        var millis = new double[300];
        for (int i = 0; i < millis.length; i++) {
            var begun = System.nanoTime();
            log.send(command(new Create(category("one-" + i), "one")))
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join();
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                "FIGURE one command at a time: p50 %.1f ms, p99 %.1f ms%n",
                millis[millis.length / 2], millis[millis.length * 99 / 100]);
        System.out.printf("FIGURE %d in flight: %.0f commands/s%n", IN_FLIGHT, throughput(5_000));
    }

    private static List<CommandEnvelope<CategoryCommand>> creations(String prefix) {
        return IntStream.range(0, KEYS)
                .mapToObj(i -> command(new Create(category(prefix + i), prefix)))
                .toList();
    }

    /// Two commands for each key of `creations`, one behind the other, both expecting version 1.
    private static List<CommandEnvelope<CategoryCommand>> pairs(String prefix) {
        return IntStream.range(0, 2 * KEYS)
                .mapToObj(i -> expecting(1, new Rename(category(prefix + i / 2), "try " + i)))
                .toList();
    }

    private static void assertOneOfTwo(List<CommandSettled> pairs) {
        for (int i = 0; i < pairs.size(); i += 2) {
            assertThat(List.of(pairs.get(i).outcome(), pairs.get(i + 1).outcome()))
                    .containsExactlyInAnyOrder(Outcome.ACCEPTED, Outcome.REJECTED);
        }
    }

    private double throughput(int commands) throws InterruptedException {
        var places = new Semaphore(IN_FLIGHT);
        var begun = System.nanoTime();
        for (int i = 0; i < commands; i++) {
            places.acquire();
            var _ =
                    log.send(command(new Create(category("many-" + i), "many")))
                            .whenComplete((_, _) -> places.release());
        }
        assertThat(places.tryAcquire(IN_FLIGHT, 60, TimeUnit.SECONDS)).isTrue();
        return commands / ((System.nanoTime() - begun) / 1e9);
    }
}
