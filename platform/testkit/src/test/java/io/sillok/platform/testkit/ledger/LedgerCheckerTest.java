package io.sillok.platform.testkit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.platform.testkit.WholeLog.Stored;
import io.sillok.platform.testkit.ledger.Attempt.Outcome;
import io.sillok.schemas.catalog.Category;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Head;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.Json;
import io.sillok.schemas.wire.SealedEvent;
import io.sillok.schemas.wire.WireRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LedgerCheckerTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final CategoryId SAFETY = new CategoryId(new UUID(1, 1));
    private static final Subject SUBJECT = SAFETY.subject();
    private static final String FIRST = "a".repeat(32);
    private static final String SECOND = "b".repeat(32);

    private final List<Stored> log = new ArrayList<>();
    private Head head = Head.NONE;

    @Nested
    class Attempts {

        @Test
        void acceptsALogThatAgrees() {
            create(FIRST);
            settle(FIRST, CommandSettled.Outcome.ACCEPTED);

            assertThat(differences(attempt(FIRST, Outcome.OK))).isEmpty();
        }

        @Test
        void findsAnAnswerThatTheLogForgot() {
            assertThat(differences(attempt(FIRST, Outcome.OK))).hasSize(1);
        }

        @Test
        void findsARefusalThatHappened() {
            create(FIRST);
            settle(FIRST, CommandSettled.Outcome.ACCEPTED);

            assertThat(differences(attempt(FIRST, Outcome.REJECTED))).hasSize(2);
        }

        @Test
        void findsACommandDecidedTwice() {
            create(FIRST);
            settle(FIRST, CommandSettled.Outcome.ACCEPTED);
            settle(FIRST, CommandSettled.Outcome.ACCEPTED);

            assertThat(differences(attempt(FIRST, Outcome.OK))).hasSize(1);
        }

        @Test
        void findsAStatusThatDisagrees() {
            create(FIRST);
            settle(FIRST, CommandSettled.Outcome.ACCEPTED);

            assertThat(
                            new LedgerChecker(log)
                                    .attempts(
                                            List.of(attempt(FIRST, Outcome.UNKNOWN)),
                                            _ -> Optional.of("pending"))
                                    .report(List.of())
                                    .differences())
                    .hasSize(1);
        }

        @Test
        void countsUnknownsThatHappened() {
            create(FIRST);
            settle(FIRST, CommandSettled.Outcome.ACCEPTED);
            settle(SECOND, CommandSettled.Outcome.REJECTED);
            List<Attempt> attempts =
                    List.of(attempt(FIRST, Outcome.UNKNOWN), attempt(SECOND, Outcome.UNKNOWN));

            assertThat(new LedgerChecker(log).report(attempts).unknownThatHappened()).isEqualTo(1);
        }
    }

    @Nested
    class Chains {

        @Test
        void acceptsAnUnbrokenOne() {
            create(FIRST);
            rename(SECOND, "안전 교육");

            assertThat(chainDifferences()).isEmpty();
        }

        @Test
        void findsAnEditedEvent() {
            create(FIRST);
            Stored stored = log.removeFirst();
            byte[] edited = Json.bytes(new CategoryEvent.Created(SAFETY, "something else"));
            log.add(
                    at(
                            0,
                            new WireRecord(
                                    stored.record().key(), stored.record().headers(), edited)));

            assertThat(chainDifferences()).hasSize(1);
        }

        @Test
        void findsARemovedEvent() {
            create(FIRST);
            rename(SECOND, "안전 교육");
            log.removeFirst();

            assertThat(chainDifferences()).hasSize(2);
        }

        @Test
        void findsARepeatedEvent() {
            create(FIRST);
            log.add(log.getFirst());

            assertThat(chainDifferences()).hasSize(2);
        }
    }

    @Nested
    class Views {

        @Test
        void acceptsAFaithfulOne() {
            create(FIRST);

            assertThat(viewDifferences(Map.of(SUBJECT, Json.object(Map.of("name", "안전")))))
                    .isEmpty();
        }

        @Test
        void findsALackingRow() {
            create(FIRST);

            assertThat(viewDifferences(Map.of())).hasSize(1);
        }

        @Test
        void findsAWrongRow() {
            create(FIRST);

            assertThat(viewDifferences(Map.of(SUBJECT, Json.object(Map.of("name", "other")))))
                    .hasSize(1);
        }

        @Test
        void findsAnInventedRow() {
            assertThat(viewDifferences(Map.of(SUBJECT, Json.object(Map.of("name", "안전")))))
                    .hasSize(1);
        }
    }

    @Test
    void findsAPrefixThatBreaksAnInvariant() {
        create(FIRST);
        rename(SECOND, "안전 교육");
        Invariant never =
                event -> {
                    if (event.sequence() == 2) {
                        throw new AssertionError("no second event");
                    }
                };

        assertThat(new LedgerChecker(log).invariant(never).report(List.of()).differences())
                .hasSize(1);
    }

    private void create(String trace) {
        append(trace, new CategoryEvent.Created(SAFETY, "안전"));
    }

    private void rename(String trace, String name) {
        append(trace, new CategoryEvent.Renamed(SAFETY, name));
    }

    private void append(String trace, CategoryEvent event) {
        SealedEvent<CategoryEvent> next = EventCodec.seal(command(trace), SUBJECT, head, event);
        head = next.head();
        log.add(at(log.size(), next.record()));
    }

    private void settle(String trace, CommandSettled.Outcome outcome) {
        CommandEnvelope<Object> command = command(trace);
        Optional<Problem> problem =
                outcome == CommandSettled.Outcome.REJECTED
                        ? Optional.of(Problem.of(ErrorCode.E4008, "refused", "No."))
                        : Optional.empty();
        CommandSettled settled =
                new CommandSettled(
                        command.id(),
                        command.key(),
                        SUBJECT,
                        outcome,
                        1,
                        NOON,
                        "ada",
                        problem,
                        Optional.empty());
        log.add(at(log.size(), EventCodec.encode(settled, command)));
    }

    private static CommandEnvelope<Object> command(String trace) {
        return new CommandEnvelope<>(
                new CommandId(UUID.nameUUIDFromBytes(trace.getBytes(StandardCharsets.UTF_8))),
                BoundaryKey.of(SUBJECT),
                SUBJECT,
                NOON,
                new Actor("ada", Set.of(Role.ADMIN)),
                new UUID(2, 2),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.of("00-" + trace + "-00f067aa0ba902b7-01"),
                "unused");
    }

    private static Stored at(long offset, WireRecord record) {
        return new Stored("catalog.events", 0, offset, record);
    }

    private static Attempt attempt(String trace, Outcome outcome) {
        return new Attempt(
                trace, SUBJECT.toString(), OptionalLong.empty(), outcome, Optional.empty(), "");
    }

    private List<String> differences(Attempt attempt) {
        return new LedgerChecker(log)
                .attempts(List.of(attempt), _ -> Optional.of("accepted"))
                .report(List.of(attempt))
                .differences();
    }

    private List<String> chainDifferences() {
        return new LedgerChecker(log).chains().report(List.of()).differences();
    }

    private List<String> viewDifferences(Map<Subject, ObjectNode> rows) {
        Model<Category> model =
                new Model<>(
                        "categories",
                        (before, event) -> Category.evolve(before, asCategory(event)),
                        List.of(
                                new Model.View<>(
                                        "rows",
                                        category -> Json.object(Map.of("name", category.name())),
                                        () -> rows)));
        return new LedgerChecker(log).views(model).report(List.of()).differences();
    }

    private static EventEnvelope<CategoryEvent> asCategory(EventEnvelope<Object> event) {
        return event.with((CategoryEvent) event.event());
    }
}
