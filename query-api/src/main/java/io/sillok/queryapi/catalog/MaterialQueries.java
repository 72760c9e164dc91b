package io.sillok.queryapi.catalog;

import io.sillok.queryapi.engines.ReadModel;
import io.sillok.queryapi.http.Listing;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.catalog.MaterialId;
import io.sillok.schemas.catalog.MaterialResource;
import io.sillok.schemas.catalog.MaterialStatus;
import io.sillok.schemas.catalog.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/// Reads the view `materials`. What was withdrawn is never found. Thread-safe.
final class MaterialQueries {

    private static final String COLUMNS =
            """
            select id, version, title, description, category_id, file_name, original_name,
                   media_type, size, sha256, owner, status, status_reason, thumbnail_sha256,
                   pages, author, duration_seconds, duplicate_of, created_at, updated_at
            from materials
            """;

    private static final String FILTER =
            """
            where not withdrawn
              and (:sees_all or status = 'clean' or owner = :caller)
              and (:category::uuid is null or category_id = :category)
              and (:status::text is null or status = :status)
              and (:search = ''
                   or (search_grams(search_text(title, description)) @> search_grams(:search)
                       and search_text(title, description) like all (:patterns)))
            """;

    private static final String ONE = COLUMNS + "where id = :id and not withdrawn";

    private static final String COUNT = "select count(*) from materials\n" + FILTER;

    private static final String NEWEST =
            COLUMNS
                    + FILTER
                    + """
                      and (:after_id::uuid is null
                           or (created_at, id) < (:after_key::timestamptz, :after_id))
                    order by created_at desc, id desc
                    limit :size offset :offset
                    """;

    private static final String OLDEST =
            COLUMNS
                    + FILTER
                    + """
                      and (:after_id::uuid is null
                           or (created_at, id) > (:after_key::timestamptz, :after_id))
                    order by created_at, id
                    limit :size offset :offset
                    """;

    private static final String LAST_UPDATED =
            COLUMNS
                    + FILTER
                    + """
                      and (:after_id::uuid is null
                           or (updated_at, id) < (:after_key::timestamptz, :after_id))
                    order by updated_at desc, id desc
                    limit :size offset :offset
                    """;

    private static final String FIRST_UPDATED =
            COLUMNS
                    + FILTER
                    + """
                      and (:after_id::uuid is null
                           or (updated_at, id) > (:after_key::timestamptz, :after_id))
                    order by updated_at, id
                    limit :size offset :offset
                    """;

    private static final String TITLE =
            COLUMNS
                    + FILTER
                    + """
                      and (:after_id::uuid is null or (title, id) > (:after_key, :after_id))
                    order by title, id
                    limit :size offset :offset
                    """;

    private static final String TITLE_REVERSED =
            COLUMNS
                    + FILTER
                    + """
                      and (:after_id::uuid is null or (title, id) < (:after_key, :after_id))
                    order by title desc, id desc
                    limit :size offset :offset
                    """;

    private final ReadModel readModel;

    MaterialQueries(ReadModel readModel) {
        this.readModel = readModel;
    }

    Optional<MaterialRow> find(MaterialId id) {
        return readModel.read(
                handle ->
                        handle.createQuery(ONE)
                                .bind("id", id.value())
                                .map(MaterialQueries::row)
                                .findOne());
    }

    Listing<MaterialResource> list(MaterialListQuery query) {
        return readModel.read(
                handle -> {
                    List<MaterialResource> found = oneMoreThanAskedFor(handle, query);
                    long total = filtered(handle, COUNT, query.filter()).mapTo(Long.class).one();
                    return Listing.cut(query.paging(), found, total, query::after);
                });
    }

    private static List<MaterialResource> oneMoreThanAskedFor(
            Handle handle, MaterialListQuery query) {
        return filtered(handle, statement(query.sort()), query.filter())
                .bind("after_id", query.cursor().map(MaterialCursor::id))
                .bind("after_key", query.cursor().map(MaterialCursor::key))
                .bind("size", query.paging().size() + 1)
                .bind("offset", query.cursor().isPresent() ? 0 : query.paging().offset())
                .map(MaterialQueries::row)
                .map(MaterialRow::resource)
                .list();
    }

    private static String statement(MaterialSort sort) {
        return switch (sort) {
            case NEWEST -> NEWEST;
            case OLDEST -> OLDEST;
            case LAST_UPDATED -> LAST_UPDATED;
            case FIRST_UPDATED -> FIRST_UPDATED;
            case TITLE -> TITLE;
            case TITLE_REVERSED -> TITLE_REVERSED;
        };
    }

    private static Query filtered(Handle handle, String statement, MaterialFilter filter) {
        return handle.createQuery(statement)
                .bind("sees_all", MaterialRow.seesAll(filter.caller()))
                .bind("caller", filter.caller().id())
                .bind("category", filter.category().map(CategoryId::value))
                .bind("status", filter.status().map(MaterialStatus::word))
                .bind("search", filter.folded())
                .bindArray("patterns", String.class, filter.patterns());
    }

    private static MaterialRow row(ResultSet row, StatementContext context) throws SQLException {
        Optional<Sha256> thumbnail = text(row, "thumbnail_sha256").map(Sha256::new);
        return new MaterialRow(
                new MaterialResource(
                        new MaterialId(row.getObject("id", UUID.class)),
                        row.getLong("version"),
                        row.getString("title"),
                        text(row, "description"),
                        uuid(row, "category_id").map(CategoryId::new),
                        row.getString("file_name"),
                        row.getString("original_name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        new Sha256(row.getString("sha256")),
                        row.getString("owner"),
                        MaterialStatus.parse(row.getString("status")),
                        text(row, "status_reason"),
                        Optional.ofNullable(row.getObject("pages", Integer.class)),
                        text(row, "author"),
                        Optional.ofNullable(row.getObject("duration_seconds", Double.class)),
                        thumbnail.isPresent(),
                        uuid(row, "duplicate_of").map(MaterialId::new),
                        instant(row, "created_at"),
                        instant(row, "updated_at")),
                thumbnail);
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<UUID> uuid(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
