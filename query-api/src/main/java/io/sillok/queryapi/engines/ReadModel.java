package io.sillok.queryapi.engines;

import io.sillok.platform.stores.SqlFault;
import io.sillok.platform.web.problems.ProblemException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowMapper;

/// The views in Postgres, to be read. Thread-safe.
public final class ReadModel {

    /// Undefined table, undefined schema: the views are not there yet.
    private static final Set<String> NOT_THERE_YET = Set.of("42P01", "3F000");

    private final Jdbi jdbi;

    public ReadModel(Jdbi jdbi) {
        this.jdbi = jdbi.registerArrayType(String.class, "text");
    }

    /// One or several queries on one connection.
    ///
    /// @throws ProblemException when the database does not answer
    public <T> T read(Queries<T> queries) {
        try {
            return jdbi.withHandle(queries::on);
        } catch (JdbiException e) {
            if (SqlFault.of(e).filter(SqlFault.UNAVAILABLE::equals).isPresent()
                    || isNotThereYet(e)) {
                throw Away.DATABASE.because(e);
            }
            throw e;
        }
    }

    /// The row that a statement finds.
    ///
    /// @param statement with an `:id`
    /// @throws ProblemException when the database does not answer
    public <T> Optional<T> find(String statement, UUID id, RowMapper<T> row) {
        return read(handle -> handle.createQuery(statement).bind("id", id).map(row).findOne());
    }

    private static boolean isNotThereYet(JdbiException failure) {
        return failure.getCause() instanceof SQLException sql
                && sql.getSQLState() != null
                && NOT_THERE_YET.contains(sql.getSQLState());
    }

    /// Some queries.
    public interface Queries<T> {
        T on(Handle handle);
    }
}
