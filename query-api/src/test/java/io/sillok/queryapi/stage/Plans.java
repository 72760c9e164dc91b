package io.sillok.queryapi.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.stores.Postgres;
import io.sillok.platform.stores.PostgresSettings;
import io.sillok.queryapi.engines.ReadModel;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;

/// Reads views as the service does, and looks at how the database goes about it: at the very plans
/// by which it executes what it is sent, which may differ from those for the same text with the
/// values in it. The database tells them by its module `auto_explain`.
public final class Plans implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<String> TELL =
            List.of(
                    "load 'auto_explain'",
                    "set auto_explain.log_min_duration = 0",
                    "set auto_explain.log_level = 'notice'");

    private final Postgres postgres;
    private final Told told = new Told();

    private Plans(Postgres postgres) {
        this.postgres = postgres;
        postgres.jdbi().getConfig(SqlStatements.class).addCustomizer(told);
    }

    static Plans on(PostgresSettings settings) {
        return new Plans(Postgres.open(settings, "plans", 1, PATIENCE));
    }

    /// Keeps what the database says beside its results.
    private static final class Told implements StatementCustomizer {

        private final List<String> notices = new CopyOnWriteArrayList<>();

        @Override
        public void afterExecution(PreparedStatement statement, StatementContext context)
                throws SQLException {
            SQLWarning notice = statement.getWarnings();
            while (notice != null) {
                notices.add(String.valueOf(notice.getMessage()));
                notice = notice.getNextWarning();
            }
        }

        List<String> take() {
            List<String> taken = List.copyOf(notices);
            notices.clear();
            return taken;
        }
    }

    /// Reads something, and requires that no statement which that took scans a table.
    ///
    /// @return what was read
    public <T> T byIndex(String what, Function<ReadModel, T> reading) {
        postgres.jdbi().useHandle(handle -> TELL.forEach(handle::execute));
        var _ = told.take();
        T read = reading.apply(new ReadModel(postgres.jdbi()));
        assertThat(told.take())
                .as(what)
                .isNotEmpty()
                .allSatisfy(plan -> assertThat(plan).contains("Scan").doesNotContain("Seq Scan"));
        return read;
    }

    @Override
    public void close() {
        postgres.close();
    }
}
