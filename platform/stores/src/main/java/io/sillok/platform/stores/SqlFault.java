package io.sillok.platform.stores;

import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.ConnectionException;

/// What went wrong when a statement failed, as far as its caller can do something about it.
public enum SqlFault {
    /// The database is away, overloaded, being restarted: the same again may succeed.
    UNAVAILABLE,
    /// It refused the values: the same again will fail again.
    REFUSED_VALUES,
    /// The statement is wrong for this database: a table is missing, a permission, a bug.
    WRONG_STATEMENT;

    /// Looks at the SQLSTATE (PostgreSQL, appendix A) of the first `SQLException` among the causes;
    /// empty when there is none.
    public static Optional<SqlFault> of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(of(sql));
            }
            if (cause instanceof ConnectionException) {
                return Optional.of(UNAVAILABLE);
            }
        }
        return Optional.empty();
    }

    /// The SQLSTATE of the first `SQLException` among the causes; empty when there is none.
    public static String state(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    private static SqlFault of(SQLException thrown) {
        String state = thrown.getSQLState();
        if (state == null || state.length() != 5) {
            return UNAVAILABLE;
        }
        return switch (state.substring(0, 2)) {
            // data exception, integrity constraint violation, program limit exceeded
            case "22", "23", "54" -> REFUSED_VALUES;
            case "0A", "26", "28", "2F", "34", "3D", "3F", "42", "44" -> WRONG_STATEMENT;
            default -> UNAVAILABLE;
        };
    }
}
