package io.sillok.processors.catalog.projection;

import static java.util.stream.Collectors.toMap;

import io.sillok.processors.engine.projection.Columns;
import io.sillok.processors.engine.projection.PostgresRows;
import io.sillok.processors.engine.projection.ProjectionName;
import io.sillok.schemas.catalog.Post;
import io.sillok.schemas.catalog.PostId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The table `posts_vN`. Stateless.
record PostRows(ProjectionName projection) implements PostgresRows<Post> {

    @Override
    public Map<String, Post> load(Handle handle, Set<String> ids) {
        return handle.createQuery(
                        """
                        select id, version, title, content, author, retracted, created_at,
                               updated_at
                          from <table>
                         where id = any(:ids)
                        """)
                .define("table", projection.table())
                .bindArray("ids", UUID.class, Columns.uuids(ids))
                .map((row, _) -> post(row))
                .collect(toMap(post -> post.id().toString(), post -> post));
    }

    @Override
    public void save(Handle handle, List<Post> rows) {
        PreparedBatch batch =
                handle.prepareBatch(
                                """
                                insert into <table> as t
                                       (id, version, title, content, author, retracted,
                                        created_at, updated_at)
                                values (:id, :version, :title, :content, :author, :retracted,
                                        :createdAt, :updatedAt)
                                on conflict (id) do update
                                   set version = excluded.version,
                                       title = excluded.title,
                                       content = excluded.content,
                                       author = excluded.author,
                                       retracted = excluded.retracted,
                                       created_at = excluded.created_at,
                                       updated_at = excluded.updated_at
                                 where excluded.version > t.version
                                """)
                        .define("table", projection.table());
        for (Post post : rows) {
            batch.bind("id", post.id().value())
                    .bind("version", post.version())
                    .bind("title", post.title())
                    .bind("content", post.content())
                    .bind("author", post.author())
                    .bind("retracted", post.retracted())
                    .bind("createdAt", post.createdAt())
                    .bind("updatedAt", post.updatedAt())
                    .add();
        }
        batch.execute();
    }

    @Override
    public Stream<Post> all(Handle handle) {
        return handle
                .createQuery(
                        """
                        select id, version, title, content, author, retracted, created_at,
                               updated_at
                          from <table>
                         order by id
                        """)
                .define("table", projection.table())
                .setFetchSize(Columns.PAGE)
                .map((row, _) -> post(row))
                .stream();
    }

    private static Post post(ResultSet row) throws SQLException {
        return new Post(
                new PostId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                row.getString("title"),
                row.getString("content"),
                row.getString("author"),
                row.getBoolean("retracted"),
                Columns.time(row, "created_at"),
                Columns.time(row, "updated_at"));
    }
}
