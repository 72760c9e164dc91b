package io.sillok.queryapi.bookings;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;

/// Keeps the statements that are executed, with the values in them, as the driver writes them.
final class Overheard implements StatementCustomizer {

    private final List<String> statements = new CopyOnWriteArrayList<>();

    static Overheard on(Jdbi jdbi) {
        Overheard overheard = new Overheard();
        jdbi.getConfig(SqlStatements.class).addCustomizer(overheard);
        return overheard;
    }

    @Override
    public void beforeExecution(PreparedStatement statement, StatementContext context)
            throws SQLException {
        statements.add(statement.unwrap(PreparedStatement.class).toString());
    }

    /// What was executed since it was last asked for.
    List<String> take() {
        List<String> taken = List.copyOf(statements);
        statements.clear();
        return taken;
    }
}
