package io.sillok.platform.access;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.sillok.platform.stores.SqlFault;
import io.sillok.platform.web.access.IssuedKey;
import io.sillok.platform.web.access.IssuedKeys;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementContext;

/// The API keys of the credential directory. Thread-safe.
public final class StoredApiKeys implements IssuedKeys {

    private static final String ONE =
            """
            select k.id, k.owner, k.scopes, k.digest, k.expires_at, c.roles
              from api_keys k
              join credentials c on c.id = k.owner
             where k.id = :id
               and k.revoked is null
               and k.digest is not null
               and k.expires_at is not null
               and c.active
            """;

    private final Jdbi jdbi;

    public StoredApiKeys(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<IssuedKey> find(UUID id) {
        try {
            return jdbi.withHandle(
                    handle ->
                            handle.createQuery(ONE)
                                    .bind("id", id)
                                    .map(StoredApiKeys::key)
                                    .findOne());
        } catch (JdbiException e) {
            if (SqlFault.of(e).filter(SqlFault.UNAVAILABLE::equals).isPresent()) {
                throw away(e);
            }
            throw e;
        }
    }

    /// What is answered while the database is away.
    private static ProblemException away(JdbiException cause) {
        return ProblemException.of(
                        Problem.of(
                                ErrorCode.E5003,
                                "database-unavailable",
                                "The database does not answer; try again."))
                .withHeaders(Map.of("Retry-After", "2"))
                .because(cause);
    }

    private static IssuedKey key(ResultSet row, StatementContext context) throws SQLException {
        return new IssuedKey(
                row.getObject("id", UUID.class),
                row.getString("owner"),
                texts(row, "roles").map(Role::parse).collect(toUnmodifiableSet()),
                texts(row, "scopes").collect(toUnmodifiableSet()),
                row.getString("digest"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static Stream<String> texts(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray());
    }
}
