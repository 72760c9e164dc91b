package io.sillok.processors.engine;

import static io.sillok.processors.engine.Naming.category;
import static io.sillok.processors.engine.Naming.command;
import static io.sillok.processors.engine.Naming.once;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.testkit.ledger.ClaimsHaveOneHolder;
import io.sillok.schemas.catalog.CategoryCommand.Archive;
import io.sillok.schemas.catalog.CategoryCommand.Create;
import io.sillok.schemas.catalog.CategoryCommand.Rename;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.operations.CommandSettled.Outcome;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.wire.WireRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Unique values: who gets them, and what becomes of commands that need them.
final class ClaimingTest {

    private static final CategoryId A = category("a");
    private static final CategoryId B = category("b");
    private static final CategoryId C = category("c");

    private final DecidingDriver driver;

    ClaimingTest(@TempDir Path directory) {
        driver = new DecidingDriver(Naming.CONTEXT, directory);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Nested
    class AFreeValue {

        @Test
        void isReservedThenConfirmed() {
            driver.send(command(new Create(A, "only x")));

            assertThat(letters()).containsExactly("Reserve", "ClaimAnswer", "Confirm");
            assertThat(driver.events())
                    .extracting(event -> event.event().getClass().getSimpleName())
                    .containsExactly("Reserved", "Created", "Confirmed");
        }

        @Test
        void isNotWrittenIntoItsClaim() {
            driver.send(command(new Create(A, "only secret")));

            assertThat(driver.records())
                    .filteredOn(record -> record.key().startsWith("claims/"))
                    .isNotEmpty()
                    .extracting(AFreeValue::text)
                    .noneMatch(text -> text.contains("secret"));
        }

        private static String text(WireRecord record) {
            return record.headers() + new String(record.value(), StandardCharsets.UTF_8);
        }

        @Test
        void isClaimedUnderTheTraceOfTheRequest() {
            var create = command(new Create(A, "only x"));

            driver.send(create);

            assertThat(driver.letters())
                    .allSatisfy(
                            letter -> {
                                assertThat(letter.traceparent()).isEqualTo(create.traceparent());
                                assertThat(letter.correlation()).isEqualTo(create.correlation());
                                assertThat(letter.actor().isSystem()).isTrue();
                            });
        }
    }

    @Nested
    class ATakenValue {

        @Test
        void isRefusedWithTheProblemOfItsClaim() {
            exists(A, "only x");

            var settled = settle(command(new Create(B, "only X")));

            assertThat(reason(settled)).isEqualTo("x-taken");
            assertThat(settled.problem().orElseThrow().code()).isEqualTo(ErrorCode.E4008);
            assertThat(settled.version()).isZero();
        }

        @Test
        void isToldAfterWhateverElseIsWrong() {
            exists(A, "only x");
            exists(B, "other");

            assertThat(reason(settle(command(new Create(B, "only x"))))).isEqualTo("exists");
            assertThat(letters()).isEmpty();
        }

        @Test
        void isTheFirstOfSeveralInTheOrderOfTheDecider() {
            exists(A, "only x y");

            assertThat(reason(settle(command(new Create(B, "only y x"))))).isEqualTo("y-taken");
            assertThat(reason(settle(command(new Create(C, "only x y"))))).isEqualTo("x-taken");
        }

        @Test
        void givesBackTheOthers() {
            exists(A, "only x");

            settle(command(new Create(B, "only y x")));

            exists(C, "only y");
        }

        @Test
        void isTheAnswerToRepeatsToo() {
            exists(A, "only x");
            settle(once("key", "print", new Create(B, "only x")));
            settle(command(new Rename(A, "free")));

            var again = settle(once("key", "print", new Create(B, "only x")));

            assertThat(again.outcome()).isEqualTo(Outcome.REPEATED);
            assertThat(reason(again)).isEqualTo("x-taken");
        }
    }

    @Nested
    class AHeldValue {

        @Test
        void isNotAskedForAgain() {
            exists(A, "only x");

            var settled = settle(command(new Rename(A, "only X")));

            assertThat(settled.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(letters()).isEmpty();
        }

        @Test
        void isReleasedWithTheDecisionThatGivesItUp() {
            exists(A, "only x");

            driver.send(command(new Rename(A, "free")));

            assertThat(letters()).containsExactly("Release");
            exists(B, "only x");
        }

        @Test
        void isKeptWhenTheCommandIsRefused() {
            exists(A, "only x");
            exists(B, "only y");

            settle(command(new Rename(A, "only y")));

            assertThat(reason(settle(command(new Create(C, "only x"))))).isEqualTo("x-taken");
        }

        @Test
        void mayBeExchangedForAnotherAndBack() {
            exists(A, "only x");

            settle(command(new Rename(A, "only y")));
            settle(command(new Rename(A, "only x")));

            assertThat(reason(settle(command(new Create(B, "only x"))))).isEqualTo("x-taken");
            exists(C, "only y");
        }

        @Test
        void staysWithTheStateThatHasIt() {
            exists(A, "only x");

            settle(command(new Archive(A)));

            assertThat(reason(settle(command(new Create(B, "only x"))))).isEqualTo("x-taken");
        }
    }

    @Nested
    class ManyCommands {

        @Test
        void settleOnceEachThoseOfTheEngineToo() {
            List<CommandEnvelope<?>> sent =
                    List.of(
                            command(new Create(A, "only x y")),
                            command(new Create(B, "only y z")),
                            command(new Rename(A, "only z")),
                            command(new Create(C, "only x")),
                            command(new Rename(C, "free")));
            sent.forEach(driver::send);

            List<CommandId> all = new ArrayList<>();
            sent.forEach(command -> all.add(command.id()));
            driver.letters().forEach(letter -> all.add(letter.id()));
            assertThat(driver.settlements())
                    .extracting(CommandSettled::command)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(all);
        }

        @Test
        void leaveEachClaimWithTheBoundaryThatHasItsValue() {
            for (int i = 0; i < 5; i++) {
                exists(category("several" + i), "free");
            }
            for (int i = 0; i < 60; i++) {
                var words = (char) ('a' + i % 7) + " " + (char) ('a' + i % 4);
                driver.send(command(new Rename(category("several" + i % 5), "only " + words)));
            }
            driver.send(command(new Rename(category("several0"), "free")));

            var claims = new ClaimsHaveOneHolder();
            driver.events().forEach(claims::after);

            assertThat(claims.holders())
                    .isNotEmpty()
                    .doesNotContainValue(BoundaryKey.of(category("several0").subject()));
            assertThat(claims.confirmed()).isEqualTo(claims.holders().keySet());
        }
    }

    private void exists(CategoryId id, String name) {
        assertThat(settle(command(new Create(id, name))).outcome()).isEqualTo(Outcome.ACCEPTED);
        driver.letters();
    }

    private CommandSettled settle(CommandEnvelope<?> command) {
        driver.send(command);
        return driver.settlements().stream()
                .filter(settled -> settled.command().equals(command.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> letters() {
        return driver.letters().stream()
                .map(letter -> letter.command().getClass().getSimpleName())
                .toList();
    }

    private static String reason(CommandSettled settled) {
        return settled.problem().map(Problem::reason).orElse("none");
    }
}
