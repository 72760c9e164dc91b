package io.sillok.processors.engine;

import static io.sillok.processors.engine.Naming.category;
import static io.sillok.processors.engine.Naming.command;
import static io.sillok.processors.engine.Naming.expecting;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.schemas.catalog.CategoryCommand.Create;
import io.sillok.schemas.catalog.CategoryCommand.Rename;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.catalog.MaterialCommand;
import io.sillok.schemas.catalog.MaterialId;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.operations.CommandSettled.Outcome;
import io.sillok.schemas.operations.DeadLetter;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.wire.CommandCodec;
import io.sillok.schemas.wire.Headers;
import io.sillok.schemas.wire.WireRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What throws and what cannot be read: neither stops a partition.
final class FaultsTest {

    private static final CategoryId A = category("a");

    private final DecidingDriver driver;

    FaultsTest(@TempDir Path directory) {
        driver = new DecidingDriver(Naming.CONTEXT, directory);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Nested
    class AFault {

        @ParameterizedTest
        @ValueSource(strings = {"throws", "breaks", "huge"})
        void isSettledAsAnInternalErrorAndChangesNothing(String name) {
            exists(A, "first");
            var rename = command(new Rename(A, name));

            driver.send(rename);

            var end = driver.settlement();
            var problem = end.problem().orElseThrow();
            assertThat(problem.code()).isEqualTo(ErrorCode.E5004);
            assertThat(problem.reason()).isEqualTo("internal-error");
            assertThat(problem.detail()).contains(Incident.of(rename).id());
            assertThat(end.version()).isEqualTo(1);
        }

        @Test
        void doesNotStopTheNextCommand() {
            exists(A, "first");
            driver.send(command(new Rename(A, "throws")));
            driver.settlements();

            driver.send(expecting(1, new Rename(A, "second")));

            assertThat(driver.settlement().outcome()).isEqualTo(Outcome.ACCEPTED);
        }

        @Test
        void hasAnIncidentOfTheCommandsDay() {
            assertThat(Incident.of(command(new Create(A, "first"))).id())
                    .matches("INC-[0-9]{8}-[0-9A-F]{8}");
        }
    }

    @Nested
    class APoisonRecord {

        @Test
        void goesToTheDeadLettersWhole() {
            var value = "not json".getBytes(StandardCharsets.UTF_8);
            var good = CommandCodec.encode(command(new Create(A, "first")), "/test");

            driver.send(new WireRecord(good.key(), good.headers(), value));

            assertThat(driver.deadLetters())
                    .singleElement()
                    .returns("naming-decider", DeadLetter::component)
                    .returns("malformed-value", DeadLetter::reason)
                    .returns("naming.catalog.commands.v1", DeadLetter::topic)
                    .returns(0L, DeadLetter::offset)
                    .returns(good.key(), DeadLetter::key)
                    .returns(good.headers(), DeadLetter::headers)
                    .returns(Base64.getEncoder().encodeToString(value), DeadLetter::value);
        }

        @Test
        void isRejectedWhenItsIdCanBeRead() {
            var create = command(new Create(A, "first"));
            var good = CommandCodec.encode(create, "/test");

            driver.send(new WireRecord(good.key(), good.headers(), new byte[] {'{'}));

            assertThat(driver.settlement())
                    .returns(create.id(), CommandSettled::command)
                    .returns(new BoundaryKey(good.key()), CommandSettled::key)
                    .returns(A.subject(), CommandSettled::subject)
                    .satisfies(end -> assertThat(reason(end)).isEqualTo("undecodable-command"));
        }

        @Test
        void isRejectedAlsoWhenHardlyAnythingElseCanBeRead() {
            var create = command(new Create(A, "first"));

            driver.send(
                    new WireRecord("key", Map.of(Headers.ID, create.id().toString()), new byte[0]));

            assertThat(driver.settlement().command()).isEqualTo(create.id());
            assertThat(driver.deadLetters()).hasSize(1);
        }

        @Test
        void maySettleNothing() {
            driver.send(new WireRecord("", Map.of(), new byte[0]));

            assertThat(driver.entries()).isEmpty();
            assertThat(driver.deadLetters()).hasSize(1);
        }

        @Test
        void mayHaveNoKeyAndNoValue() {
            driver.send(new TestRecord<byte[], byte[]>(null, null));

            assertThat(driver.deadLetters()).hasSize(1);
        }

        @Test
        void mayBeAMessageThatNobodyDecides() {
            driver.send(
                    command(new Create(A, "first"))
                            .with(new MaterialCommand.Withdraw(new MaterialId(A.value()))));

            assertThat(driver.deadLetters())
                    .extracting(DeadLetter::reason)
                    .containsExactly("no-decider");
            assertThat(driver.settlement().outcome()).isEqualTo(Outcome.REJECTED);
        }

        @Test
        void isCutWhereNoCommandIsThatLarge() {
            driver.send(
                    new WireRecord(
                            "k".repeat(900_000), Map.of("h", "\0".repeat(900_000)), new byte[0]));

            assertThat(driver.deadLetters())
                    .singleElement()
                    .satisfies(
                            letter -> {
                                assertThat(letter.key()).hasSize(1_000);
                                assertThat(letter.headers().get("h")).hasSize(1_000);
                            });
        }

        @Test
        void mayHaveHeadersWithoutEnd() {
            var good = CommandCodec.encode(command(new Create(A, "first")), "/test");
            var headers = new LinkedHashMap<>(good.headers());
            headers.put(Headers.TRACEPARENT, "0".repeat(900_000));

            driver.send(new WireRecord(good.key(), headers, good.value()));

            assertThat(driver.deadLetters())
                    .extracting(DeadLetter::reason)
                    .containsExactly("malformed-headers");
            assertThat(driver.settlement().outcome()).isEqualTo(Outcome.REJECTED);
        }

        @Test
        void doesNotStopTheNextCommand() {
            driver.send(new WireRecord("", Map.of(), new byte[0]));

            driver.send(command(new Create(A, "first")));

            assertThat(driver.settlement().outcome()).isEqualTo(Outcome.ACCEPTED);
        }
    }

    private static String reason(CommandSettled settled) {
        return settled.problem().map(Problem::reason).orElse("none");
    }

    /// A category that exists, at version 1.
    private void exists(CategoryId id, String name) {
        driver.send(command(new Create(id, name)));
        assertThat(driver.settlement().outcome()).isEqualTo(Outcome.ACCEPTED);
        driver.work();
    }
}
