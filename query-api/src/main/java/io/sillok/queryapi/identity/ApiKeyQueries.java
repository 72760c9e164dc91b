package io.sillok.queryapi.identity;

import io.sillok.queryapi.engines.ReadModel;
import io.sillok.queryapi.http.Listing;
import io.sillok.schemas.identity.ApiKeyId;
import io.sillok.schemas.identity.ApiKeyResource;
import io.sillok.schemas.personal.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// Reads the view `api_keys`, without their digests. What was revoked is never found; what has
/// expired is. Thread-safe.
final class ApiKeyQueries {

    private static final String FILTER =
            """
            where owner = :owner and revoked is null and created_at is not null
            """;

    private static final String COUNT = "select count(*) from api_keys\n" + FILTER;

    private static final String LIST =
            """
            select id, version, owner, name, scopes, expires_at, created_at, updated_at
            from api_keys
            """
                    + FILTER
                    + """
                      and (:after_id::uuid is null
                           or (created_at, id) < (:after_created::timestamptz, :after_id))
                    order by created_at desc, id desc
                    limit :size offset :offset
                    """;

    private final ReadModel readModel;

    ApiKeyQueries(ReadModel readModel) {
        this.readModel = readModel;
    }

    /// The keys of somebody, the newest first.
    Listing<ApiKeyResource> list(UserId owner, NewestFirst part) {
        return readModel.read(
                handle ->
                        Listing.cut(
                                part.paging(),
                                oneMoreThanAskedFor(handle, owner, part),
                                handle.createQuery(COUNT)
                                        .bind("owner", owner.value())
                                        .mapTo(Long.class)
                                        .one(),
                                last -> part.next(last.createdAt(), last.id().value())));
    }

    private static List<ApiKeyResource> oneMoreThanAskedFor(
            Handle handle, UserId owner, NewestFirst part) {
        return handle.createQuery(LIST)
                .bind("owner", owner.value())
                .bind("after_id", part.after().map(NewestFirst.Place::id))
                .bind("after_created", part.after().map(place -> place.created().toString()))
                .bind("size", part.paging().size() + 1)
                .bind("offset", part.offset())
                .map(ApiKeyQueries::row)
                .list();
    }

    private static ApiKeyResource row(ResultSet row, StatementContext context) throws SQLException {
        return new ApiKeyResource(
                new ApiKeyId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                new UserId(row.getObject("owner", UUID.class)),
                Optional.ofNullable(row.getString("name")),
                List.of((String[]) row.getArray("scopes").getArray()),
                instant(row, "expires_at"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
