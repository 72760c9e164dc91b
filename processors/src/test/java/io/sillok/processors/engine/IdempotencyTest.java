package io.sillok.processors.engine;

import static io.sillok.processors.engine.Naming.category;
import static io.sillok.processors.engine.Naming.command;
import static io.sillok.processors.engine.Naming.once;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.kafka.WireRecords;
import io.sillok.schemas.catalog.CategoryCommand.Create;
import io.sillok.schemas.catalog.CategoryCommand.Rename;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.operations.CommandSettled.Outcome;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.wire.CommandCodec;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands that come twice.
final class IdempotencyTest {

    private static final CategoryId A = category("a");
    private static final CategoryId B = category("b");

    private final DecidingDriver driver;

    IdempotencyTest(@TempDir Path directory) {
        driver = new DecidingDriver(Naming.CONTEXT, directory);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void getsTheStoredAnswerAgain() {
        driver.send(once("key", "print", new Create(A, "first")));
        var first = driver.settlement();
        var repeat = once("key", "print", new Create(A, "first"));

        driver.send(repeat);

        assertThat(driver.settlement())
                .returns(repeat.id(), CommandSettled::command)
                .returns(Outcome.REPEATED, CommandSettled::outcome)
                .returns(first.subject(), CommandSettled::subject)
                .returns(first.version(), CommandSettled::version)
                .returns(first.representation(), CommandSettled::representation);
    }

    @Test
    void givesTheAnswerOfThenNotOfNow() {
        driver.send(once("key", "print", new Create(A, "first")));
        driver.send(command(new Rename(A, "second")));
        driver.settlements();

        driver.send(once("key", "print", new Create(A, "first")));

        assertThat(driver.settlement().version()).isEqualTo(1);
    }

    @Test
    void coversRejectionsToo() {
        driver.send(once("key", "print", new Rename(A, "second")));
        driver.send(command(new Create(A, "first")));
        driver.settlements();

        driver.send(once("key", "print", new Rename(A, "second")));

        assertThat(driver.settlement())
                .returns(Outcome.REPEATED, CommandSettled::outcome)
                .satisfies(end -> assertThat(reason(end)).isEqualTo("not-found"));
    }

    @Test
    void isNotForAnotherRequest() {
        driver.send(once("key", "print", new Create(A, "first")));
        driver.settlements();

        driver.send(once("key", "other", new Create(A, "second")));

        var problem = driver.settlement().problem().orElseThrow();
        assertThat(problem.code()).isEqualTo(ErrorCode.E4010);
        assertThat(problem.reason()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void staysWithTheFirstRequestAfterAMisuse() {
        driver.send(once("key", "print", new Create(A, "first")));
        driver.send(once("key", "other", new Create(A, "second")));
        driver.settlements();

        driver.send(once("key", "print", new Create(A, "first")));

        assertThat(driver.settlement().problem()).isEmpty();
    }

    @Test
    void belongsToABoundary() {
        driver.send(once("key", "print", new Create(A, "first")));
        driver.settlements();

        driver.send(once("key", "print", new Create(B, "first")));

        assertThat(driver.settlement().outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void isForgottenAfterSevenDays() {
        driver.send(once("key", "print", new Create(A, "first")));
        driver.settlements();

        driver.send(at(Instant.now().plus(Duration.ofDays(8)), new Rename(A, "second")));
        driver.send(once("key", "print", new Create(A, "first")));

        assertThat(driver.settlements().getLast())
                .returns(Outcome.REJECTED, CommandSettled::outcome)
                .satisfies(end -> assertThat(reason(end)).isEqualTo("exists"));
    }

    @Test
    void isRememberedForSevenDays() {
        driver.send(once("key", "print", new Create(A, "first")));
        driver.settlements();

        driver.send(
                at(
                        Instant.now().plus(Duration.ofDays(7)).minusSeconds(60),
                        new Rename(A, "second")));
        driver.send(once("key", "print", new Create(A, "first")));

        assertThat(driver.settlements().getLast().outcome()).isEqualTo(Outcome.REPEATED);
    }

    private TestRecord<byte[], byte[]> at(Instant time, Rename rename) {
        var record = CommandCodec.encode(command(rename), "/test");
        return new TestRecord<>(
                record.keyBytes(), record.value(), WireRecords.headers(record), time);
    }

    private static String reason(CommandSettled settled) {
        return settled.problem().map(Problem::reason).orElse("none");
    }
}
