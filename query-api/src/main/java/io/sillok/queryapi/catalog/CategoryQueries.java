package io.sillok.queryapi.catalog;

import io.sillok.platform.web.http.Paging;
import io.sillok.queryapi.engines.ReadModel;
import io.sillok.queryapi.http.Listing;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.catalog.CategoryResource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// Reads the view `categories`. Thread-safe.
final class CategoryQueries {

    private static final String ONE =
            """
            select id, version, name, archived, created_at, updated_at
            from categories
            where id = :id
            """;

    private static final String LIST =
            """
            select id, version, name, archived, created_at, updated_at
            from categories
            where not archived and (:after_id::uuid is null or (name, id) > (:after_name, :after_id))
            order by name, id
            limit :size offset :offset
            """;

    private static final String COUNT = "select count(*) from categories where not archived";

    private final ReadModel readModel;

    CategoryQueries(ReadModel readModel) {
        this.readModel = readModel;
    }

    Optional<CategoryResource> find(CategoryId id) {
        return readModel.read(
                handle ->
                        handle.createQuery(ONE)
                                .bind("id", id.value())
                                .map(CategoryQueries::row)
                                .findOne());
    }

    /// Those in use, by name.
    ///
    /// @param after where to go on; then the offset of `paging` counts for nothing but the page
    ///   number
    Listing<CategoryResource> list(Paging paging, Optional<CategoryCursor> after) {
        return readModel.read(
                handle -> {
                    List<CategoryResource> found = oneMoreThanAskedFor(handle, paging, after);
                    long total = handle.createQuery(COUNT).mapTo(Long.class).one();
                    return Listing.cut(
                            paging,
                            found,
                            total,
                            last -> CategoryCursor.after(last, paging).text());
                });
    }

    private static List<CategoryResource> oneMoreThanAskedFor(
            Handle handle, Paging paging, Optional<CategoryCursor> after) {
        return handle.createQuery(LIST)
                .bind("after_id", after.map(CategoryCursor::id))
                .bind("after_name", after.map(CategoryCursor::name))
                .bind("size", paging.size() + 1)
                .bind("offset", after.isPresent() ? 0 : paging.offset())
                .map(CategoryQueries::row)
                .list();
    }

    private static CategoryResource row(ResultSet row, StatementContext context)
            throws SQLException {
        return new CategoryResource(
                new CategoryId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                row.getString("name"),
                row.getBoolean("archived"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
