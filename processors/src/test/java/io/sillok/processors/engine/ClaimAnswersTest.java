package io.sillok.processors.engine;

import static io.sillok.processors.engine.Naming.category;
import static io.sillok.processors.engine.Naming.command;
import static io.sillok.processors.engine.Naming.expecting;
import static io.sillok.processors.engine.Naming.once;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.kafka.Partitioning;
import io.sillok.processors.engine.claims.ClaimLetters;
import io.sillok.schemas.catalog.CategoryCommand.Create;
import io.sillok.schemas.catalog.CategoryCommand.Rename;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.claims.ClaimCommand.Reserve;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.operations.CommandSettled.Outcome;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Waiting for answers of a claim that is decided in a partition which is not here.
final class ClaimAnswersTest {

    private static final CategoryId HERE =
            IntStream.range(0, 100)
                    .mapToObj(i -> category("here" + i))
                    .filter(id -> partition(BoundaryKey.of(id.subject())) == 0)
                    .findFirst()
                    .orElseThrow();

    private static final String ELSEWHERE =
            IntStream.range('a', 'z')
                    .mapToObj(Character::toString)
                    .filter(
                            word ->
                                    partition(Naming.SECRET.id(NamingDecider.word(word)).key())
                                            == 1)
                    .findFirst()
                    .orElseThrow();

    private static final Create CREATE = new Create(HERE, "only " + ELSEWHERE);

    private final DecidingDriver driver;

    ClaimAnswersTest(@TempDir Path directory) {
        driver = new DecidingDriver(Naming.CONTEXT, directory, Naming.settings("127.0.0.1:1", 2));
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void areWaitedForWithLaterCommandsOfTheKey() {
        driver.send(command(CREATE));
        driver.send(expecting(1, new Rename(HERE, "later")));
        driver.pass(Duration.ofSeconds(19));
        assertThat(mine()).isEmpty();

        answer(true);

        assertThat(mine())
                .extracting(CommandSettled::outcome)
                .containsExactly(Outcome.ACCEPTED, Outcome.ACCEPTED);
    }

    @Test
    void areGivenUpAfterTwentySeconds() {
        driver.send(command(CREATE));

        driver.pass(Duration.ofSeconds(20));

        var problem = mine().getFirst().problem().orElseThrow();
        assertThat(problem.code()).isEqualTo(ErrorCode.E5004);
        assertThat(problem.reason()).isEqualTo("claims-unanswered");
        assertThat(driver.letters())
                .extracting(letter -> letter.command().getClass().getSimpleName())
                .containsExactly("Reserve", "Release");
    }

    @Test
    void areAskedForAnewByARepeat() {
        driver.send(once("key", "print", CREATE));
        driver.pass(Duration.ofSeconds(20));
        mine();
        driver.letters();
        driver.send(once("key", "print", CREATE));

        answer(true);

        assertThat(mine()).extracting(CommandSettled::outcome).containsExactly(Outcome.ACCEPTED);
    }

    @Test
    void areNotTakenForThoseToAnotherCommand() {
        driver.send(command(CREATE));
        driver.pass(Duration.ofSeconds(20));
        var late = asked();
        driver.send(command(CREATE));
        mine();

        answer(late, true);
        assertThat(mine()).isEmpty();
        answer(false);

        assertThat(mine())
                .extracting(settled -> settled.problem().map(Problem::reason).orElse("none"))
                .containsExactly(ELSEWHERE + "-taken");
    }

    @Test
    void mayComeTwice() {
        driver.send(command(CREATE));
        var asked = asked();

        answer(asked, true);
        answer(asked, true);

        assertThat(mine()).hasSize(1);
        assertThat(driver.letters())
                .extracting(letter -> letter.command().getClass().getSimpleName())
                .containsExactly("Confirm");
    }

    private void answer(boolean granted) {
        answer(asked(), granted);
    }

    private void answer(CommandEnvelope<Object> asked, boolean granted) {
        driver.send(ClaimLetters.answer(asked, (Reserve) asked.command(), granted));
    }

    /// The newest request for a claim since the last call.
    private CommandEnvelope<Object> asked() {
        return driver.letters().stream()
                .filter(letter -> letter.command() instanceof Reserve)
                .reduce((_, newer) -> newer)
                .orElseThrow();
    }

    private List<CommandSettled> mine() {
        return driver.settlements().stream()
                .filter(settled -> settled.subject().equals(HERE.subject()))
                .toList();
    }

    private static int partition(BoundaryKey key) {
        return Partitioning.partitionOf(key.value().getBytes(StandardCharsets.UTF_8), 2);
    }
}
