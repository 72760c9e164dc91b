package io.sillok.commandapi.identity;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.sillok.platform.stores.SqlFault;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.identity.ApiKeyId;
import io.sillok.schemas.identity.ExternalIdentity;
import io.sillok.schemas.identity.LoginName;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementContext;

/// Who signs in with what: the one view that this service reads, under a database role that can do
/// nothing else. Thread-safe.
final class CredentialDirectory {

    private static final String BY_NAME =
            """
            select id, version, coalesce(username, email, '') as name, password_hash,
                   password_version, password_due, roles, active
              from credentials
             where email = :name or username = :name
            """;

    private static final String BY_ID =
            """
            select id, version, coalesce(username, email, '') as name, password_hash,
                   password_version, password_due, roles, active
              from credentials
             where id = :id
            """;

    private static final String BY_IDENTITY =
            """
            select id, version, coalesce(username, email, '') as name, password_hash,
                   password_version, password_due, roles, active
              from credentials
             where identities @> array[cast(:identity as text)]
            """;

    private static final String KEY_OWNER =
            """
            select owner
              from api_keys
             where id = :id and owner is not null and digest is not null
            """;

    private final Jdbi jdbi;

    CredentialDirectory(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The account that is signed in to with a name.
    ///
    /// @throws ProblemException E5003 when the database does not answer
    Optional<Account> find(LoginName name) {
        return read(
                handle ->
                        handle.createQuery(BY_NAME)
                                .bind("name", name.value())
                                .map(CredentialDirectory::account)
                                .findFirst());
    }

    /// The account of a person.
    ///
    /// @throws ProblemException E5003 when the database does not answer
    Optional<Account> find(UserId user) {
        return read(
                handle ->
                        handle.createQuery(BY_ID)
                                .bind("id", user.value())
                                .map(CredentialDirectory::account)
                                .findOne());
    }

    /// The account that an identity elsewhere is linked to.
    ///
    /// @throws ProblemException E5003 when the database does not answer
    Optional<Account> find(ExternalIdentity identity) {
        return read(
                handle ->
                        handle.createQuery(BY_IDENTITY)
                                .bind("identity", identity.issuer() + "\n" + identity.subject())
                                .map(CredentialDirectory::account)
                                .findOne());
    }

    /// Whose an API key is; empty until all is known that it takes to use it.
    ///
    /// @throws ProblemException E5003 when the database does not answer
    Optional<UserId> ownerOf(ApiKeyId key) {
        return read(
                handle ->
                        handle.createQuery(KEY_OWNER)
                                .bind("id", key.value())
                                .mapTo(UUID.class)
                                .findOne()
                                .map(UserId::new));
    }

    private <T> T read(Function<Handle, T> query) {
        try {
            return jdbi.withHandle(query::apply);
        } catch (JdbiException e) {
            if (SqlFault.of(e).filter(SqlFault.UNAVAILABLE::equals).isPresent()) {
                throw ProblemException.of(
                                Problem.of(
                                        ErrorCode.E5003,
                                        "database-unavailable",
                                        "The database does not answer; try again."))
                        .withHeaders(Map.of("Retry-After", "2"))
                        .because(e);
            }
            throw e;
        }
    }

    private static Account account(ResultSet row, StatementContext context) throws SQLException {
        return new Account(
                new UserId(row.getObject("id", UUID.class)),
                new LoginName(row.getString("name")),
                row.getLong("version"),
                Optional.ofNullable(row.getString("password_hash")),
                row.getLong("password_version"),
                row.getLong("password_due"),
                Stream.of((String[]) row.getArray("roles").getArray())
                        .map(Role::parse)
                        .collect(toUnmodifiableSet()),
                row.getBoolean("active"));
    }
}
