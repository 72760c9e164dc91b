package io.sillok.queryapi.identity;

import io.sillok.queryapi.engines.Cells;
import io.sillok.queryapi.engines.ReadModel;
import io.sillok.queryapi.http.Listing;
import io.sillok.queryapi.lists.Column;
import io.sillok.queryapi.lists.ListQuery;
import io.sillok.queryapi.lists.Order;
import io.sillok.queryapi.lists.Orders;
import io.sillok.queryapi.lists.SortedList;
import io.sillok.schemas.identity.ApiKeyId;
import io.sillok.schemas.identity.ApiKeyResource;
import io.sillok.schemas.personal.UserId;
import jakarta.ws.rs.core.MultivaluedMap;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/// Reads the view `api_keys`, without their digests. What was revoked is never found; what has
/// expired is. Thread-safe.
final class ApiKeyQueries {

    private static final String OF_AN_OWNER =
            """
            select id, version, owner, name, scopes, expires_at, created_at, updated_at
            from api_keys
            where owner = :owner and revoked is null and created_at is not null
            """;

    private static final Orders<ApiKeyResource> NEWEST_FIRST =
            Orders.only(
                    new Order<>(
                            "-created_at",
                            List.of(Column.time("created_at", ApiKeyResource::createdAt)),
                            key -> key.id().value(),
                            true));

    private static final SortedList<UserId, ApiKeyResource> LIST =
            new SortedList<>(OF_AN_OWNER, ApiKeyQueries::bind, ApiKeyQueries::row, NEWEST_FIRST);

    private final ReadModel readModel;

    ApiKeyQueries(ReadModel readModel) {
        this.readModel = readModel;
    }

    /// What the parameters of a request ask of somebody's keys.
    static ListQuery<UserId, ApiKeyResource> asked(
            UserId owner, MultivaluedMap<String, String> parameters) {
        return ListQuery.of(parameters, _ -> owner, NEWEST_FIRST);
    }

    Listing<ApiKeyResource> list(ListQuery<UserId, ApiKeyResource> query) {
        return readModel.read(handle -> LIST.read(handle, query));
    }

    private static Query bind(Query statement, UserId owner) {
        return statement.bind("owner", owner.value());
    }

    private static ApiKeyResource row(ResultSet row, StatementContext context) throws SQLException {
        return new ApiKeyResource(
                new ApiKeyId(Cells.id(row)),
                row.getLong("version"),
                new UserId(row.getObject("owner", UUID.class)),
                Cells.text(row, "name"),
                List.of((String[]) row.getArray("scopes").getArray()),
                Cells.time(row, "expires_at"),
                Cells.time(row, "created_at"),
                Cells.time(row, "updated_at"));
    }
}
