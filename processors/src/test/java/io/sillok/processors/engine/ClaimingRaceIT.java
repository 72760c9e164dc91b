package io.sillok.processors.engine;

import static io.sillok.processors.engine.Naming.category;
import static io.sillok.processors.engine.Naming.command;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.testkit.WholeLog;
import io.sillok.platform.testkit.WholeLog.Stored;
import io.sillok.platform.testkit.ledger.ClaimsHaveOneHolder;
import io.sillok.platform.testkit.ledger.LedgerChecker;
import io.sillok.schemas.catalog.CategoryCommand;
import io.sillok.schemas.catalog.CategoryCommand.Create;
import io.sillok.schemas.catalog.CategoryCommand.Rename;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.claims.ClaimId;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.operations.CommandSettled.Outcome;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.Headers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Unique values on a real broker: races for them, and kills while they are claimed.
@TestInstance(Lifecycle.PER_CLASS)
final class ClaimingRaceIT {

    private static final int RIVALS = 50;
    private static final int WORDS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final NamingStage stage;
    private final NamingLog log;

    ClaimingRaceIT(@TempDir Path directory) {
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
    void givesAValueToOneOfFiftyAndToTheNextOnceItIsReleased() {
        stage.ready("race");

        var winner = raceFor("race", "first");
        stage.settle(List.of(command(new Rename(winner, "free"))));

        assertThat(raceFor("race", "second")).isNotEqualTo(winner);
        awaitRest();
        requireOrder();
    }

    @Test
    void losesNothingWhenItIsKilledWhileItClaims() {
        var process = stage.ready("kill");
        var commands = registrations("kill");
        var pending = new ArrayList<CompletableFuture<CommandSettled>>();
        for (int i = 0; i < commands.size(); i++) {
            pending.add(log.send(commands.get(i)));
            if (i == commands.size() / 2) {
                process.kill();
            }
        }
        stage.ready("kill");

        var ends = NamingStage.await(pending);
        awaitRest();

        var winners = winners(commands, ends);
        assertThat(winners).hasSize(WORDS);
        assertThat(requireOrder()).containsAllEntriesOf(winners);
    }

    @Test
    void losesNothingWhenItFreezesAndAnotherTakesOver() {
        var sleeper = stage.ready("sleeper");
        var second = stage.ready("second");
        var commands = registrations("sleep");
        var pending = new ArrayList<>(stage.send(commands.subList(0, commands.size() / 2)));
        sleeper.freeze();
        pending.addAll(stage.send(commands.subList(commands.size() / 2, commands.size())));

        var ends = NamingStage.await(pending);
        sleeper.wake();
        awaitRest();

        var winners = winners(commands, ends);
        assertThat(winners).hasSize(WORDS);
        assertThat(requireOrder()).containsAllEntriesOf(winners);
        second.close();
    }

    /// Prints how long a command takes that needs a claim; asserts nothing about it.
    @Test
    void isTimed() {
        stage.ready("timed");
        stage.settle(registrations("warm"));
        var millis = new double[200];
        for (int i = 0; i < millis.length; i++) {
            var begun = System.nanoTime();
            log.send(command(new Create(category("timed" + i), "only timed" + i)))
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join();
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                "FIGURE one claiming command at a time: p50 %.1f ms, p99 %.1f ms%n",
                millis[millis.length / 2], millis[millis.length * 99 / 100]);
    }

    /// Fifty who want the same word, spelt differently.
    ///
    /// @return who got it
    private CategoryId raceFor(String word, String prefix) {
        var commands =
                IntStream.range(0, RIVALS)
                        .mapToObj(i -> new Create(category(prefix + i), "only " + spelt(word, i)))
                        .<CommandEnvelope<CategoryCommand>>map(Naming::command)
                        .toList();
        var ends = stage.settle(commands);
        assertThat(ends)
                .filteredOn(end -> end.outcome() == Outcome.REJECTED)
                .hasSize(RIVALS - 1)
                .extracting(end -> end.problem().map(Problem::reason).orElseThrow())
                .containsOnly(word + "-taken");
        return ends.stream()
                .filter(end -> end.outcome() == Outcome.ACCEPTED)
                .map(end -> new CategoryId(end.subject().id()))
                .findFirst()
                .orElseThrow();
    }

    private static String spelt(String word, int number) {
        return switch (number % 3) {
            case 0 -> word;
            case 1 -> word.toUpperCase(Locale.ROOT);
            default -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        };
    }

    /// Five rivals for each of some words, each wanting a word of its own besides.
    private static List<CommandEnvelope<CategoryCommand>> registrations(String prefix) {
        return IntStream.range(0, 5 * WORDS)
                .<CommandEnvelope<CategoryCommand>>mapToObj(
                        i ->
                                command(
                                        new Create(
                                                category(prefix + i),
                                                "only "
                                                        + prefix
                                                        + "-own"
                                                        + i
                                                        + " "
                                                        + word(prefix, i))))
                .toList();
    }

    private static String word(String prefix, int number) {
        return prefix + "-" + number % WORDS;
    }

    /// Which claims the accepted commands must have.
    private static Map<ClaimId, BoundaryKey> winners(
            List<CommandEnvelope<CategoryCommand>> commands, List<CommandSettled> ends) {
        Map<ClaimId, BoundaryKey> winners = new HashMap<>();
        for (int i = 0; i < commands.size(); i++) {
            if (ends.get(i).outcome() == Outcome.ACCEPTED) {
                var name = ((Create) commands.get(i).command()).name();
                var word = name.substring(name.lastIndexOf(' ') + 1);
                winners.put(Naming.SECRET.id(NamingDecider.word(word)), commands.get(i).key());
            }
        }
        return winners;
    }

    /// Waits until every command is settled, those too that the engine sent to itself.
    private void awaitRest() {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            var sent =
                                    read(stage.kafka().nameOf(Topics.CATALOG_COMMANDS), Headers.ID);
                            var settled =
                                    read(
                                            stage.kafka().nameOf(Topics.CATALOG_EVENTS),
                                            Headers.CAUSATION);
                            assertThat(settled).containsExactlyInAnyOrderElementsOf(sent);
                        });
    }

    /// The header of every record that is no event.
    private List<String> read(String topic, String header) {
        return stored(topic).stream()
                .filter(stored -> stored.record().header(Headers.SEQUENCE).isEmpty())
                .map(stored -> stored.record().header(header).orElseThrow())
                .toList();
    }

    /// Checks the histories of all claims.
    ///
    /// @return who holds which
    private Map<ClaimId, BoundaryKey> requireOrder() {
        var claims = new ClaimsHaveOneHolder();
        var report =
                new LedgerChecker(stored(stage.kafka().nameOf(Topics.CATALOG_EVENTS)))
                        .chains()
                        .invariant(claims)
                        .report(List.of());
        assertThat(report.differences()).isEmpty();
        assertThat(claims.confirmed()).isEqualTo(claims.holders().keySet());
        return claims.holders();
    }

    private List<Stored> stored(String topic) {
        return new WholeLog(stage.kafka().bootstrapServers()).read(topic);
    }
}
