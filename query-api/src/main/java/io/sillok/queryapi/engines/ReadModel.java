package io.sillok.queryapi.engines;

import io.sillok.platform.stores.SqlFault;
import io.sillok.platform.web.problems.ProblemException;
import java.sql.SQLException;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

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
