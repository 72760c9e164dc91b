package io.sillok.processors.engine;

import static io.sillok.processors.engine.Naming.category;
import static io.sillok.processors.engine.Naming.command;
import static io.sillok.processors.engine.Naming.expecting;
import static io.sillok.processors.engine.Naming.once;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.schemas.catalog.CategoryCommand.Archive;
import io.sillok.schemas.catalog.CategoryCommand.Create;
import io.sillok.schemas.catalog.CategoryCommand.Rename;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.Head;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.operations.CommandSettled.Outcome;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.WireRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Soft references: where they come from, and commands that wait for them.
final class DeferringTest {

    private static final CategoryId A = category("a");
    private static final CategoryId B = category("b");

    private final DecidingDriver driver;

    DeferringTest(@TempDir Path directory) {
        driver = new DecidingDriver(Naming.CONTEXT, directory);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Nested
    class AMissingReference {

        @Test
        void isWaitedFor() {
            driver.send(command(new Create(A, "like other")));
            assertThat(driver.entries()).isEmpty();
            driver.send(command(new Create(B, "other")));

            driver.pass(Duration.ofMillis(25));

            assertThat(driver.settlements())
                    .extracting(CommandSettled::subject)
                    .containsExactly(B.subject(), A.subject());
        }

        @Test
        void isGivenUpAfterHalfASecond() {
            driver.send(command(new Create(A, "like other")));

            driver.pass(Duration.ofMillis(475));
            assertThat(driver.entries()).isEmpty();
            driver.pass(Duration.ofMillis(25));

            assertThat(reason(driver.settlement())).isEqualTo("unknown-name");
        }

        @Test
        void holdsBackOnlyCommandsOfTheSameKey() {
            driver.send(command(new Create(A, "like other")));
            driver.send(command(new Rename(A, "second")));
            driver.send(command(new Create(B, "unrelated")));

            assertThat(driver.settlement().subject()).isEqualTo(B.subject());
        }

        @Test
        void keepsTheOrderOfItsKey() {
            driver.send(command(new Create(A, "like other")));
            driver.send(expecting(1, new Rename(A, "second")));
            driver.send(expecting(2, new Rename(A, "third")));
            driver.send(command(new Create(B, "other")));
            driver.pass(Duration.ofMillis(25));

            assertThat(driver.settlements())
                    .allSatisfy(end -> assertThat(end.outcome()).isEqualTo(Outcome.ACCEPTED))
                    .extracting(CommandSettled::version)
                    .containsExactly(1L, 1L, 2L, 3L);
        }

        @Test
        void lastsHalfASecondForEachCommandSinceItCame() {
            driver.send(command(new Create(A, "like other")));
            driver.pass(Duration.ofMillis(300));
            driver.send(command(new Create(A, "like another")));

            driver.pass(Duration.ofMillis(200));
            assertThat(driver.settlements()).hasSize(1);
            driver.pass(Duration.ofMillis(300));

            assertThat(driver.settlements()).hasSize(1);
        }

        @Test
        void answersARepeatThatCameMeanwhile() {
            driver.send(once("key", "print", new Create(A, "like other")));
            driver.send(once("key", "print", new Create(A, "like other")));
            driver.send(command(new Create(B, "other")));

            driver.pass(Duration.ofMillis(25));

            assertThat(driver.settlements())
                    .extracting(CommandSettled::outcome)
                    .containsExactly(Outcome.ACCEPTED, Outcome.ACCEPTED, Outcome.REPEATED);
        }

        @Test
        void isNotWaitedForWhenTheVersionIsStaleAnyway() {
            driver.send(expecting(7, new Create(A, "like other")));

            assertThat(reason(driver.settlement())).isEqualTo("stale-version");
        }

        @Test
        void leavesNothingBehind() {
            driver.send(command(new Create(A, "like other")));
            driver.pass(Duration.ofMillis(500));
            driver.settlements();

            driver.send(command(new Create(A, "first")));
            driver.pass(Duration.ofSeconds(5));

            assertThat(driver.settlement().outcome()).isEqualTo(Outcome.ACCEPTED);
        }
    }

    @Nested
    class ReferencesFromEvents {

        @Test
        void keepTheFirstByTimeWhateverTheOrder() {
            var early = created(category("early"), Instant.parse("2026-01-01T00:00:00Z"));
            var late = created(category("late"), Instant.parse("2026-01-02T00:00:00Z"));

            driver.sendEvent(Naming.CONTEXT, late);
            driver.sendEvent(Naming.CONTEXT, early);
            driver.sendEvent(Naming.CONTEXT, late);

            assertThat(driver.references().find(NamingDecider.firstReference("same")))
                    .contains(category("early").toString());
        }

        @Test
        void outliveAnEventThatCannotBeIndexed() {
            exists(A, "first");
            driver.send(command(new Archive(A)));

            driver.send(command(new Create(B, "other")));

            assertThat(driver.references().has(NamingDecider.reference("other"))).isTrue();
        }

        @Test
        void outliveWhatIsNotAnEvent() {
            driver.sendEvent(Naming.CONTEXT, new WireRecord("a", Map.of(), new byte[] {1}));

            exists(A, "first");

            assertThat(driver.references().has(NamingDecider.reference("first"))).isTrue();
        }

        private WireRecord created(CategoryId id, Instant time) {
            var any = command(new Create(id, "same"));
            var cause =
                    new CommandEnvelope<>(
                            any.id(),
                            any.key(),
                            any.subject(),
                            time,
                            any.actor(),
                            any.correlation(),
                            any.expectedVersion(),
                            any.idempotency(),
                            any.traceparent(),
                            any.command());
            return EventCodec.seal(
                            cause, id.subject(), Head.NONE, new CategoryEvent.Created(id, "same"))
                    .record();
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
