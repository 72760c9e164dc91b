package io.sillok.queryapi.catalog;

import io.sillok.queryapi.engines.ReadModel;
import io.sillok.queryapi.http.Listing;
import io.sillok.schemas.catalog.PostId;
import io.sillok.schemas.catalog.PostResource;
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

/// Reads the view `posts`. What was retracted is never found. Thread-safe.
final class PostQueries {

    private static final String COLUMNS =
            """
            select id, version, title, content, author, created_at, updated_at
            from posts
            """;

    private static final String FILTER =
            """
            where not retracted
              and (:author::text is null or author = :author)
              and (:from::timestamptz is null or created_at >= :from::timestamptz)
              and (:to::timestamptz is null or created_at < :to::timestamptz)
              and (:search = ''
                   or (search_grams(search_text(title, null)) @> search_grams(:search)
                       and search_text(title, null) like all (:patterns)))
            """;

    private static final String ONE = COLUMNS + "where id = :id and not retracted";

    private static final String COUNT = "select count(*) from posts\n" + FILTER;

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

    PostQueries(ReadModel readModel) {
        this.readModel = readModel;
    }

    Optional<PostResource> find(PostId id) {
        return readModel.read(
                handle ->
                        handle.createQuery(ONE)
                                .bind("id", id.value())
                                .map(PostQueries::row)
                                .findOne());
    }

    Listing<PostResource> list(PostListQuery query) {
        return readModel.read(
                handle -> {
                    List<PostResource> found = oneMoreThanAskedFor(handle, query);
                    long total =
                            query.cursor()
                                    .map(ListCursor::total)
                                    .orElseGet(() -> count(handle, query.filter()));
                    return Listing.cut(
                            query.paging(), found, total, last -> query.after(last, total));
                });
    }

    private static long count(Handle handle, PostFilter filter) {
        return filtered(handle, COUNT, filter).mapTo(Long.class).one();
    }

    private static List<PostResource> oneMoreThanAskedFor(Handle handle, PostListQuery query) {
        return filtered(handle, statement(query.sort()), query.filter())
                .bind("after_id", query.cursor().map(ListCursor::id))
                .bind("after_key", query.cursor().map(ListCursor::key))
                .bind("size", query.paging().size() + 1)
                .bind("offset", query.cursor().isPresent() ? 0 : query.paging().offset())
                .map(PostQueries::row)
                .list();
    }

    private static String statement(PostSort sort) {
        return switch (sort) {
            case NEWEST -> NEWEST;
            case OLDEST -> OLDEST;
            case LAST_UPDATED -> LAST_UPDATED;
            case FIRST_UPDATED -> FIRST_UPDATED;
            case TITLE -> TITLE;
            case TITLE_REVERSED -> TITLE_REVERSED;
        };
    }

    private static Query filtered(Handle handle, String statement, PostFilter filter) {
        return handle.createQuery(statement)
                .bind("author", filter.author())
                .bind("from", filter.from().map(Instant::toString))
                .bind("to", filter.to().map(Instant::toString))
                .bind("search", filter.search().folded())
                .bindArray("patterns", String.class, filter.search().patterns());
    }

    private static PostResource row(ResultSet row, StatementContext context) throws SQLException {
        return new PostResource(
                new PostId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                row.getString("title"),
                row.getString("content"),
                row.getString("author"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
