package io.sillok.processors.engine;

import static io.sillok.processors.engine.Naming.category;
import static io.sillok.processors.engine.Naming.command;
import static io.sillok.processors.engine.Naming.expecting;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.schemas.catalog.CategoryCommand.Create;
import io.sillok.schemas.catalog.CategoryCommand.Rename;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.catalog.ScanWork;
import io.sillok.schemas.envelope.Chain;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.operations.CommandSettled.Outcome;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.Headers;
import io.sillok.schemas.wire.LogEntry;
import io.sillok.schemas.wire.WireRecord;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How commands end and what stands on the log then.
final class SettlingTest {

    private static final CategoryId A = category("a");
    private static final CategoryId B = category("b");

    private final DecidingDriver driver;

    SettlingTest(@TempDir Path directory) {
        driver = new DecidingDriver(Naming.CONTEXT, directory);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Nested
    class AnAcceptedCommand {

        @Test
        void writesItsEventThenItsSettlement() {
            var create = command(new Create(A, "first"));

            driver.send(create);

            var entries = driver.entries();
            assertThat(entries).hasSize(2);
            assertThat(entries.getFirst())
                    .isInstanceOfSatisfying(
                            LogEntry.Event.class,
                            event -> {
                                assertThat(event.envelope().event())
                                        .isEqualTo(new CategoryEvent.Created(A, "first"));
                                assertThat(event.envelope().sequence()).isEqualTo(1);
                                assertThat(event.envelope().causation()).isEqualTo(create.id());
                                assertThat(event.envelope().time()).isEqualTo(create.time());
                                assertThat(event.envelope().traceparent())
                                        .isEqualTo(create.traceparent());
                            });
            assertThat(entries.getLast())
                    .isInstanceOfSatisfying(
                            LogEntry.Settlement.class,
                            end -> {
                                assertThat(end.settled().command()).isEqualTo(create.id());
                                assertThat(end.settled().outcome()).isEqualTo(Outcome.ACCEPTED);
                                assertThat(end.settled().subject()).isEqualTo(A.subject());
                                assertThat(end.settled().version()).isEqualTo(1);
                                assertThat(end.settled().actor()).isEqualTo("ada");
                                assertThat(end.settled().representation().orElseThrow().get("name"))
                                        .hasToString("\"first\"");
                            });
        }

        @Test
        void keepsTheKeyOfItsBoundary() {
            var create = command(new Create(A, "first"));

            driver.send(create);

            assertThat(driver.records())
                    .extracting(WireRecord::key)
                    .containsOnly(create.key().value());
        }

        @Test
        void numbersSeveralEventsOneAfterTheOther() {
            exists(A, "first");

            driver.send(command(new Rename(A, "two")));

            var entries = driver.entries();
            assertThat(entries)
                    .filteredOn(LogEntry.Event.class::isInstance)
                    .extracting(entry -> ((LogEntry.Event) entry).envelope().sequence())
                    .containsExactly(2L, 3L);
            assertThat(((LogEntry.Settlement) entries.getLast()).settled().version()).isEqualTo(3);
        }

        @Test
        void mayChangeNothing() {
            exists(A, "first");

            driver.send(command(new Rename(A, "first")));

            assertThat(driver.settlement())
                    .returns(Outcome.ACCEPTED, CommandSettled::outcome)
                    .returns(1L, CommandSettled::version);
        }

        @Test
        void linksItsEventsIntoAChainPerSubject() {
            driver.send(command(new Create(A, "first")));
            driver.send(command(new Create(B, "other")));
            driver.send(command(new Rename(A, "two")));

            var chain = Chain.START;
            for (var record : driver.records()) {
                var isOfA =
                        record.header(Headers.SUBJECT).orElseThrow().equals(A.subject().toString());
                if (isOfA && record.header(Headers.CHAIN).isPresent()) {
                    chain = EventCodec.expectedChain(chain, record);
                    assertThat(record.header(Headers.CHAIN)).contains(chain.hex());
                }
            }
            assertThat(chain).isNotEqualTo(Chain.START);
        }

        @Test
        void asksForWork() {
            var create = command(new Create(A, "first"));

            driver.send(create);

            assertThat(driver.work())
                    .singleElement()
                    .satisfies(
                            work -> {
                                assertThat(work.work()).isInstanceOf(ScanWork.class);
                                assertThat(work.correlation()).isEqualTo(create.correlation());
                            });
        }
    }

    @Nested
    class ARejectedCommand {

        @Test
        void writesItsSettlementOnly() {
            driver.send(command(new Rename(A, "second")));

            assertThat(driver.settlement())
                    .returns(Outcome.REJECTED, CommandSettled::outcome)
                    .returns(0L, CommandSettled::version)
                    .satisfies(end -> assertThat(reason(end)).isEqualTo("not-found"));
            assertThat(driver.work()).isEmpty();
        }

        @Test
        void leavesTheStateAsItWas() {
            exists(A, "first");
            driver.send(command(new Create(A, "second")));
            assertThat(driver.settlement().version()).isEqualTo(1);

            driver.send(command(new Rename(A, "first")));

            assertThat(driver.events()).isEmpty();
        }
    }

    @Nested
    class AnExpectedVersion {

        @Test
        void isMet() {
            exists(A, "first");

            driver.send(expecting(1, new Rename(A, "second")));

            assertThat(driver.settlement().outcome()).isEqualTo(Outcome.ACCEPTED);
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 2})
        void isStale(long expected) {
            exists(A, "first");

            driver.send(expecting(expected, new Rename(A, "second")));

            var problem = driver.settlement().problem().orElseThrow();
            assertThat(problem.code()).isEqualTo(ErrorCode.E4009);
            assertThat(problem.reason()).isEqualTo("stale-version");
        }

        @Test
        void letsOneOfTwoThrough() {
            exists(A, "first");

            driver.send(expecting(1, new Rename(A, "second")));
            driver.send(expecting(1, new Rename(A, "third")));

            assertThat(driver.settlements())
                    .extracting(CommandSettled::outcome)
                    .containsExactly(Outcome.ACCEPTED, Outcome.REJECTED);
        }

        @Test
        void isCountedPerSubject() {
            exists(A, "first");
            exists(B, "other");
            driver.send(command(new Rename(B, "two")));
            driver.settlements();

            driver.send(expecting(1, new Rename(A, "second")));

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
