package io.sillok.processors.engine.projection;

import io.sillok.platform.stores.Postgres;
import io.sillok.platform.stores.SqlFault;
import io.sillok.schemas.topics.Namespace;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/// A projection in Postgres: rows, parked records and positions change in one transaction.
final class PostgresProjectionStore<S> implements ProjectionStore<S> {

    private static final String BEFORE_ROWS = "before_rows";

    private final Postgres postgres;
    private final ProjectionName name;
    private final PostgresRows<S> rows;
    private final ParkedTable parked;
    private final PositionTable positions;

    PostgresProjectionStore(
            Postgres postgres,
            Namespace namespace,
            ProjectionName name,
            PostgresRows<S> rows,
            InstantSource clock) {
        this.postgres = postgres;
        this.name = name;
        this.rows = rows;
        this.parked = new ParkedTable(name, namespace, clock);
        this.positions = new PositionTable(name);
    }

    @Override
    public ProjectionName name() {
        return name;
    }

    @Override
    public Map<TopicPartition, Long> begin(Map<TopicPartition, Long> beginnings) {
        return postgres.jdbi()
                .inTransaction(
                        handle -> {
                            positions.begin(handle, beginnings);
                            return positions.read(handle);
                        });
    }

    @Override
    public Set<String> parkedRows() {
        return postgres.jdbi().withHandle(parked::rows);
    }

    @Override
    public List<Reconsider> reconsider() {
        return postgres.jdbi().withHandle(parked::reconsider);
    }

    @Override
    public void perform(Consumer<Unit<S>> work) {
        postgres.jdbi().useTransaction(handle -> work.accept(new Transaction(handle)));
    }

    @Override
    public Map<TopicPartition, Long> positions() {
        return postgres.jdbi().withHandle(positions::read);
    }

    @Override
    public RowDigest digest() {
        return postgres.jdbi()
                .inTransaction(
                        handle -> {
                            try (Stream<S> all = rows.all(handle)) {
                                return RowDigest.of(all);
                            }
                        });
    }

    @Override
    public void create(ProjectionName pattern) {
        postgres.jdbi()
                .useHandle(
                        handle ->
                                handle.createUpdate(
                                                """
                                                create table if not exists <table>
                                                    (like <pattern> including all)
                                                """)
                                        .define("table", name.table())
                                        .define("pattern", pattern.table())
                                        .execute());
    }

    @Override
    public void makeLive() {
        postgres.jdbi()
                .useTransaction(
                        handle -> {
                            handle.createUpdate(
                                            """
                                            create or replace view <view> as select * from <table>
                                            """)
                                    .define("view", name.view())
                                    .define("table", name.table())
                                    .execute();
                            handle.createUpdate(
                                            """
                                            update live_projections
                                               set version = :version
                                             where projection = :projection
                                            """)
                                    .bind("projection", name.name())
                                    .bind("version", name.version())
                                    .execute();
                        });
    }

    /// One transaction.
    private final class Transaction implements Unit<S> {

        private final Handle handle;

        private Transaction(Handle handle) {
            this.handle = handle;
        }

        /// Moves the positions already: that holds them, and takes effect with the rows.
        @Override
        public void expect(Advance advance) {
            if (!positions.move(handle, advance)) {
                throw new PositionConflict(name);
            }
        }

        @Override
        public Map<String, S> load(Set<String> ids) {
            return ids.isEmpty() ? Map.of() : rows.load(handle, ids);
        }

        @Override
        public Map<String, String> save(Map<String, S> changed) {
            if (changed.isEmpty() || tryToSave(List.copyOf(changed.values())).isEmpty()) {
                return Map.of();
            }
            Map<String, String> refused = new LinkedHashMap<>();
            changed.forEach(
                    (id, row) ->
                            tryToSave(List.of(row)).ifPresent(state -> refused.put(id, state)));
            return refused;
        }

        @Override
        public List<ParkedRecord> parked(String row) {
            return parked.records(handle, row);
        }

        @Override
        public void park(List<ParkedRecord> records) {
            parked.insert(handle, records);
        }

        @Override
        public void repark(String row, List<ParkedRecord> still) {
            parked.replace(handle, row, still);
        }

        @Override
        public void advance(Advance advance) {}

        /// @return the SQLSTATE when the values were refused; the transaction goes on all the same
        private Optional<String> tryToSave(List<S> some) {
            handle.savepoint(BEFORE_ROWS);
            try {
                rows.save(handle, some);
                handle.releaseSavepoint(BEFORE_ROWS);
                return Optional.empty();
            } catch (JdbiException e) {
                if (SqlFault.of(e).filter(SqlFault.REFUSED_VALUES::equals).isEmpty()) {
                    throw e;
                }
                handle.rollbackToSavepoint(BEFORE_ROWS);
                return Optional.of("SQLSTATE " + SqlFault.state(e));
            }
        }
    }
}
