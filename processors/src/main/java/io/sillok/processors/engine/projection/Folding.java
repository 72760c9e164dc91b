package io.sillok.processors.engine.projection;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Some records, coalesced: all that change the same row are one group, in the order of the log, so
/// that each row is loaded once and written once. Pure.
///
/// @param <S> a row
final class Folding<S> {

    private final Map<String, List<Entry<S>>> groups = new LinkedHashMap<>();

    /// A record and what it means.
    private record Entry<S>(LogRecord record, Reading.Relevant<S> reading) {}

    /// What came of folding.
    ///
    /// @param rows changed, by their id
    /// @param parked in the order of the log, row by row
    record Result<S>(Map<String, S> rows, List<ParkedRecord> parked) {}

    private Folding() {}

    static <S> Folding<S> of(Projection<S> projection, List<LogRecord> records) {
        Folding<S> folding = new Folding<>();
        for (LogRecord record : records) {
            switch (projection.read(record)) {
                case Reading.Irrelevant<S> _ -> {}
                case Reading.Relevant<S> reading -> folding.add(record, reading);
            }
        }
        return folding;
    }

    /// The rows that are needed to fold.
    Set<String> rows() {
        return groups.entrySet().stream()
                .filter(group -> group.getValue().stream().anyMatch(Folding::changes))
                .map(Map.Entry::getKey)
                .collect(toUnmodifiableSet());
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /// Folds every group. A group ends at its first record that fails: that one and all after it
    /// are parked. Rows that have parked records already only get more of them.
    ///
    /// @param before the rows there are
    /// @param parked rows with parked records
    Result<S> fold(Map<String, S> before, Set<String> parked) {
        Result<S> result = new Result<>(new LinkedHashMap<>(), new ArrayList<>());
        groups.forEach(
                (row, entries) -> {
                    if (parked.contains(row)) {
                        follow(row, entries, result);
                    } else {
                        fold(row, Optional.ofNullable(before.get(row)), entries, result);
                    }
                });
        return result;
    }

    /// A record of a row and the row it makes.
    record Step<S>(LogRecord record, S row) {}

    /// The fold of one row, step by step, as far as it does not fail.
    List<Step<S>> steps(String row, Optional<S> before) {
        List<Step<S>> steps = new ArrayList<>();
        Optional<S> now = before;
        for (Entry<S> entry : groups.getOrDefault(row, List.of())) {
            if (!(step(now, entry.reading()) instanceof Stepped.To<S>(var after))) {
                break;
            }
            steps.add(new Step<>(entry.record(), after));
            now = Optional.of(after);
        }
        return steps;
    }

    private void add(LogRecord record, Reading.Relevant<S> reading) {
        groups.computeIfAbsent(reading.row(), _ -> new ArrayList<>())
                .add(new Entry<>(record, reading));
    }

    private static <S> boolean changes(Entry<S> entry) {
        return entry.reading() instanceof Reading.Change<S>;
    }

    private static <S> void fold(
            String row, Optional<S> before, List<Entry<S>> entries, Result<S> into) {
        Optional<S> now = before;
        for (int i = 0; i < entries.size(); i++) {
            Entry<S> entry = entries.get(i);
            switch (step(now, entry.reading())) {
                case Stepped.To<S>(var after) -> now = Optional.of(after);
                case Stepped.Failed<S>(var reason, var detail) -> {
                    into.parked().add(new ParkedRecord(row, entry.record(), reason, detail));
                    follow(row, entries.subList(i + 1, entries.size()), into);
                    i = entries.size();
                }
            }
        }
        if (!now.equals(before)) {
            into.rows().put(row, now.orElseThrow());
        }
    }

    private static <S> void follow(String row, List<Entry<S>> entries, Result<S> into) {
        entries.forEach(entry -> into.parked().add(ParkedRecord.following(row, entry.record())));
    }

    /// What came of one record.
    private sealed interface Stepped<S> {
        record To<S>(S after) implements Stepped<S> {}

        record Failed<S>(String reason, String detail) implements Stepped<S> {}
    }

    private static <S> Stepped<S> step(Optional<S> before, Reading.Relevant<S> reading) {
        return switch (reading) {
            case Reading.Change<S>(_, var step) -> step(before, step);
            case Reading.Unreadable<S>(_, var reason) ->
                    new Stepped.Failed<>(reason, "the record cannot be read");
        };
    }

    /// A fold that throws is the fault of its record, and of nothing else: folds are pure.
    private static <S> Stepped<S> step(Optional<S> before, Reading.Step<S> step) {
        try {
            return new Stepped.To<>(step.after(before));
        } catch (RuntimeException e) {
            return new Stepped.Failed<>("fold-failed", e.getClass().getSimpleName());
        }
    }
}
