package io.sillok.platform.testkit.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.platform.testkit.WholeLog.Stored;
import io.sillok.platform.testkit.ledger.History.Entry;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Head;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.operations.CommandSettled.Outcome;
import io.sillok.schemas.wire.EventCodec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Holds what clients were told against the log, and the views against a fold of the log. Collects
/// every difference instead of stopping at the first.
public final class LedgerChecker {

    private final History history;
    private final List<String> differences = new ArrayList<>();

    /// @param events every record of every events topic, from offset 0
    public LedgerChecker(List<Stored> events) {
        this.history = History.of(events);
    }

    /// What was found, for people.
    ///
    /// @param unknownThatHappened attempts without a clear answer that turned out accepted
    /// @param differences empty when the platform kept its word
    public record Report(
            int attempts,
            int ok,
            int rejected,
            int unknown,
            int unknownThatHappened,
            int events,
            int subjects,
            List<String> differences) {}

    /// Checks every attempt.
    ///
    /// @param statusOf what `/commands/{id}` says of a command: `accepted`, `rejected`, `pending`…
    public LedgerChecker attempts(
            List<Attempt> attempts, Function<CommandId, Optional<String>> statusOf) {
        for (Attempt attempt : attempts) {
            List<CommandSettled> settled =
                    history.settlementsByTrace().getOrDefault(attempt.trace(), List.of());
            List<Entry> events = history.eventsByTrace().getOrDefault(attempt.trace(), List.of());
            switch (attempt.outcome()) {
                case OK -> checkOk(attempt, settled, events);
                case REJECTED -> checkRejected(attempt, settled, events);
                case UNKNOWN -> checkUnknown(attempt, settled, events, statusOf);
            }
        }
        return this;
    }

    /// Checks that sequences are dense from 1, ids unique and every chain unbroken.
    public LedgerChecker chains() {
        history.bySubject().forEach(this::checkChain);
        return this;
    }

    /// Checks a rule at every prefix of every partition, and at the end.
    public LedgerChecker invariant(Invariant invariant) {
        for (Entry entry : history.inLogOrder()) {
            try {
                invariant.after(entry.envelope());
            } catch (AssertionError broken) {
                differences.add(at(entry) + " breaks an invariant: " + broken.getMessage());
            }
        }
        try {
            invariant.atEnd();
        } catch (AssertionError broken) {
            differences.add("the log ends with a broken invariant: " + broken.getMessage());
        }
        return this;
    }

    /// Checks that each view shows exactly the fold of the log.
    public <R> LedgerChecker views(Model<R> model) {
        Map<Subject, R> folded = fold(model);
        for (Model.View<R> view : model.views()) {
            Map<Subject, ObjectNode> actual = view.actual().get();
            folded.forEach(
                    (subject, resource) ->
                            compare(
                                    view.name(),
                                    subject,
                                    view.expected().apply(resource),
                                    actual.get(subject)));
            var extra = new TreeSet<>(actual.keySet().stream().map(Subject::toString).toList());
            folded.keySet().forEach(subject -> extra.remove(subject.toString()));
            extra.forEach(subject -> differences.add(view.name() + " invents " + subject));
        }
        return this;
    }

    /// What the checks so far found.
    public Report report(List<Attempt> attempts) {
        return new Report(
                attempts.size(),
                count(attempts, Attempt.Outcome.OK),
                count(attempts, Attempt.Outcome.REJECTED),
                count(attempts, Attempt.Outcome.UNKNOWN),
                (int) attempts.stream().filter(this::happenedUnseen).count(),
                history.inLogOrder().size(),
                history.bySubject().size(),
                List.copyOf(differences));
    }

    private void checkOk(Attempt attempt, List<CommandSettled> settled, List<Entry> events) {
        expect(settled.size() == 1, attempt, "is settled " + settled.size() + " times");
        expect(
                settled.stream().allMatch(s -> s.outcome() != Outcome.REJECTED),
                attempt,
                "was answered ok but is rejected on the log");
        checkOnce(attempt, events);
    }

    private void checkRejected(Attempt attempt, List<CommandSettled> settled, List<Entry> events) {
        expect(events.isEmpty(), attempt, "was refused but has events");
        expect(
                settled.stream().noneMatch(s -> s.outcome() == Outcome.ACCEPTED),
                attempt,
                "was refused but is accepted on the log");
    }

    private void checkUnknown(
            Attempt attempt,
            List<CommandSettled> settled,
            List<Entry> events,
            Function<CommandId, Optional<String>> statusOf) {
        expect(settled.size() <= 1, attempt, "is settled " + settled.size() + " times");
        checkOnce(attempt, events);
        for (CommandSettled settlement : settled) {
            String told = statusOf.apply(settlement.command()).orElse("absent");
            String real = settlement.outcome().name().toLowerCase(Locale.ROOT);
            expect(told.equals(real), attempt, "is " + real + " but /commands says " + told);
        }
    }

    private void checkOnce(Attempt attempt, List<Entry> events) {
        long distinct = events.stream().map(entry -> entry.envelope().id()).distinct().count();
        expect(distinct == events.size(), attempt, "has an event twice");
        long causes = events.stream().map(entry -> entry.envelope().causation()).distinct().count();
        expect(causes <= 1, attempt, "was decided as " + causes + " commands");
    }

    private void checkChain(Subject subject, List<Entry> entries) {
        Head head = Head.NONE;
        for (Entry entry : entries) {
            if (entry.envelope().sequence() != head.sequence() + 1) {
                differences.add(at(entry) + " follows sequence " + head.sequence());
            }
            var expected = EventCodec.expectedChain(head.chain(), entry.stored().record());
            if (!expected.equals(entry.envelope().chain())) {
                differences.add(at(entry) + " breaks the chain of " + subject);
            }
            head = new Head(entry.envelope().sequence(), entry.envelope().chain());
        }
    }

    private <R> Map<Subject, R> fold(Model<R> model) {
        Map<Subject, R> folded = new LinkedHashMap<>();
        for (Entry entry : history.inLogOrder()) {
            Subject subject = entry.envelope().subject();
            if (subject.collection().equals(model.collection())) {
                Optional<R> before = Optional.ofNullable(folded.get(subject));
                folded.put(subject, model.fold().apply(before, entry.envelope()));
            }
        }
        return folded;
    }

    private void compare(
            String view, Subject subject, ObjectNode expected, @Nullable ObjectNode actual) {
        if (actual == null) {
            differences.add(view + " lacks " + subject);
        } else if (!expected.equals(actual)) {
            differences.add(view + " shows " + subject + " as " + actual + ", not " + expected);
        }
    }

    private boolean happenedUnseen(Attempt attempt) {
        return attempt.outcome() == Attempt.Outcome.UNKNOWN
                && history.settlementsByTrace().getOrDefault(attempt.trace(), List.of()).stream()
                        .anyMatch(settled -> settled.outcome() == Outcome.ACCEPTED);
    }

    private void expect(boolean holds, Attempt attempt, String otherwise) {
        if (!holds) {
            differences.add("attempt " + attempt.trace() + " (" + attempt + ") " + otherwise);
        }
    }

    private static int count(List<Attempt> attempts, Attempt.Outcome outcome) {
        return (int) attempts.stream().filter(a -> a.outcome() == outcome).count();
    }

    private static String at(Entry entry) {
        Stored stored = entry.stored();
        return stored.topic() + "/" + stored.partition() + "/" + stored.offset();
    }
}
