package io.sillok.queryapi.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.stores.Postgres;
import io.sillok.platform.stores.PostgresSettings;
import io.sillok.queryapi.engines.ReadModel;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;

/// Reads views as the service does, and looks at how the database goes about it.
public final class Plans implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Postgres postgres;
    private final Overheard overheard = new Overheard();

    private Plans(Postgres postgres) {
        this.postgres = postgres;
        postgres.jdbi().getConfig(SqlStatements.class).addCustomizer(overheard);
    }

    static Plans on(PostgresSettings settings) {
        return new Plans(Postgres.open(settings, "plans", 1, PATIENCE));
    }

    /// Keeps the statements that are executed, with the values in them, as the driver writes them.
    private static final class Overheard implements StatementCustomizer {

        private final List<String> statements = new CopyOnWriteArrayList<>();

        @Override
        public void beforeExecution(PreparedStatement statement, StatementContext context)
                throws SQLException {
            statements.add(statement.unwrap(PreparedStatement.class).toString());
        }

        List<String> take() {
            List<String> taken = List.copyOf(statements);
            statements.clear();
            return taken;
        }
    }

    /// Reads something, and requires that no statement which that took scans a table.
    ///
    /// @return what was read
    public <T> T byIndex(String what, Function<ReadModel, T> reading) {
        T read = reading.apply(new ReadModel(postgres.jdbi()));
        List<String> statements = overheard.take();
        assertThat(statements).as(what).isNotEmpty();
        for (String statement : statements) {
            assertThat(plan(statement))
                    .as("%s: %s", what, statement)
                    .isNotEmpty()
                    .noneMatch(line -> line.contains("Seq Scan"));
        }
        return read;
    }

    private List<String> plan(String statement) {
        List<String> plan =
                postgres.jdbi()
                        .withHandle(
                                handle ->
                                        handle.select("explain " + statement)
                                                .mapTo(String.class)
                                                .list());
        var _ = overheard.take();
        return plan;
    }

    @Override
    public void close() {
        postgres.close();
    }
}
