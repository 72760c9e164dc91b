package io.sillok.processors.engine.projection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Applies records to the rows of a projection. Used by one thread.
///
/// After anything was thrown, [#begin] must come first again: what is known here of parked rows may
/// not be what the store has.
final class ProjectionWriter<S> {

    private static final Logger log = LoggerFactory.getLogger(ProjectionWriter.class);

    private final Projection<S> projection;
    private final ProjectionStore<S> store;
    private final Set<String> parkedRows = new HashSet<>();

    ProjectionWriter(Projection<S> projection, ProjectionStore<S> store) {
        this.projection = projection;
        this.store = store;
    }

    ProjectionName projection() {
        return store.name();
    }

    /// Where to go on.
    Map<TopicPartition, Long> begin(Map<TopicPartition, Long> beginnings) {
        // positions first: whoever moved them had parked before
        Map<TopicPartition, Long> positions = store.begin(beginnings);
        parkedRows.clear();
        parkedRows.addAll(store.parkedRows());
        return positions;
    }

    int parkedRows() {
        return parkedRows.size();
    }

    /// Applies the records and moves the positions, both or neither.
    ///
    /// @param always also when the records mean nothing
    /// @return false when they mean nothing and nothing was written
    boolean write(List<LogRecord> records, Advance advance, boolean always) {
        Folding<S> folding = Folding.of(projection, records);
        if (folding.isEmpty() && !always) {
            return false;
        }
        List<ParkedRecord> parked = new ArrayList<>();
        store.perform(
                unit -> {
                    unit.expect(advance);
                    apply(folding, parkedRows, unit).stream()
                            .map(this::closing)
                            .forEach(parked::add);
                    unit.park(parked);
                    unit.advance(advance);
                });
        parked.stream().filter(record -> !record.follows()).forEach(this::report);
        parked.forEach(record -> parkedRows.add(record.row()));
        return true;
    }

    /// Tried once: what is still parked after that only follows.
    private ParkedRecord closing(ParkedRecord parked) {
        return parked.follows() && projection.closes(parked.record()) ? parked.closing() : parked;
    }

    /// Tries parked rows again where somebody asked for it, or a record came that closes them.
    void reconsider() {
        if (parkedRows.isEmpty()) {
            return;
        }
        store.reconsider().forEach(this::reconsider);
        parkedRows.clear();
        parkedRows.addAll(store.parkedRows());
    }

    private void reconsider(ProjectionStore.Reconsider asked) {
        List<ParkedRecord> still = new ArrayList<>();
        store.perform(
                unit -> {
                    List<LogRecord> records =
                            unit.parked(asked.row()).stream()
                                    .skip(asked.skip() ? 1 : 0)
                                    .map(ParkedRecord::record)
                                    .toList();
                    Folding<S> folding = Folding.of(projection, records);
                    still.addAll(apply(folding, Set.of(), unit));
                    unit.repark(asked.row(), still);
                });
        log.atInfo()
                .addKeyValue("projection", store.name())
                .addKeyValue("row", asked.row())
                .addKeyValue("skipped", asked.skip())
                .addKeyValue("stillParked", still.size())
                .log("parked row tried again");
    }

    /// @return what has to be parked
    private static <S> List<ParkedRecord> apply(
            Folding<S> folding, Set<String> parkedRows, ProjectionStore.Unit<S> unit) {
        if (folding.isEmpty()) {
            return List.of();
        }
        Map<String, S> before = unit.load(folding.rows());
        Folding.Result<S> result = folding.fold(before, parkedRows);
        List<ParkedRecord> parked = new ArrayList<>();
        unit.save(result.rows())
                .keySet()
                .forEach(
                        row -> {
                            Optional<S> was = Optional.ofNullable(before.get(row));
                            parked.addAll(blame(row, folding.steps(row, was), unit));
                        });
        parked.addAll(result.parked());
        return parked;
    }

    /// Writes a refused row once more, step by step, to find the record that is to blame: those
    /// before it are as good as any.
    ///
    /// @return that record and the later ones
    private static <S> List<ParkedRecord> blame(
            String row, List<Folding.Step<S>> steps, ProjectionStore.Unit<S> unit) {
        List<ParkedRecord> parked = new ArrayList<>();
        for (Folding.Step<S> step : steps) {
            if (parked.isEmpty()) {
                unit.save(Map.of(row, step.row())).values().stream()
                        .map(why -> new ParkedRecord(row, step.record(), "refused-by-store", why))
                        .forEach(parked::add);
            } else {
                parked.add(ParkedRecord.following(row, step.record()));
            }
        }
        return parked;
    }

    private void report(ParkedRecord parked) {
        log.atError()
                .addKeyValue("projection", store.name())
                .addKeyValue("row", parked.row())
                .addKeyValue("topic", parked.record().position().topic())
                .addKeyValue("partition", parked.record().position().partition())
                .addKeyValue("offset", parked.record().position().offset())
                .addKeyValue("reason", parked.reason())
                .addKeyValue("detail", parked.detail())
                .log("record parked");
    }
}
