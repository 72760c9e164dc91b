package io.sillok.queryapi.catalog;

import io.sillok.queryapi.engines.Cells;
import io.sillok.queryapi.engines.ReadModel;
import io.sillok.queryapi.http.Listing;
import io.sillok.queryapi.lists.Column;
import io.sillok.queryapi.lists.ListQuery;
import io.sillok.queryapi.lists.Orders;
import io.sillok.queryapi.lists.Searched;
import io.sillok.queryapi.lists.SearchedList;
import io.sillok.schemas.catalog.PostId;
import io.sillok.schemas.catalog.PostResource;
import jakarta.ws.rs.core.MultivaluedMap;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/// Reads the view `posts`. What was retracted is never found. Thread-safe.
final class PostQueries {

    private static final String COLUMNS =
            """
            id, version, title, content, author, created_at, updated_at
            """;

    private static final String ONE =
            "select " + COLUMNS + " from posts where not retracted and id = :id";

    private static final String CONDITIONS =
            """
            (:author::text is null or author = :author)
            and (:from::timestamptz is null or created_at >= :from::timestamptz)
            and (:to::timestamptz is null or created_at < :to::timestamptz)
            """;

    static final Orders<PostResource> ORDERS =
            Orders.<PostResource>of(post -> post.id().value())
                    .by(Column.time("created_at", PostResource::createdAt))
                    .by(Column.time("updated_at", PostResource::updatedAt))
                    .by(Column.text("title", PostResource::title))
                    .usually("-created_at");

    private static final SearchedList<PostFilter, PostResource> LIST =
            new SearchedList<>(
                    new Searched<>(
                            COLUMNS,
                            "posts",
                            "not retracted",
                            CONDITIONS,
                            PostFilter::search,
                            PostFilter::range),
                    PostQueries::bind,
                    PostQueries::row,
                    ORDERS);

    private final ReadModel readModel;

    PostQueries(ReadModel readModel) {
        this.readModel = readModel;
    }

    /// What the parameters of a request ask of the list.
    static ListQuery<PostFilter, PostResource> asked(MultivaluedMap<String, String> parameters) {
        return ListQuery.of(parameters, PostFilter::of, ORDERS);
    }

    Optional<PostResource> find(PostId id) {
        return readModel.find(ONE, id.value(), PostQueries::row);
    }

    Listing<PostResource> list(ListQuery<PostFilter, PostResource> query) {
        return readModel.read(handle -> LIST.read(handle, query));
    }

    private static Query bind(Query statement, PostFilter filter) {
        return statement
                .bind("author", filter.author())
                .bind("from", filter.from())
                .bind("to", filter.to());
    }

    private static PostResource row(ResultSet row, StatementContext context) throws SQLException {
        return new PostResource(
                new PostId(Cells.id(row)),
                row.getLong("version"),
                row.getString("title"),
                row.getString("content"),
                row.getString("author"),
                Cells.time(row, "created_at"),
                Cells.time(row, "updated_at"));
    }
}
