package io.sillok.processors.catalog.projection;

import static java.util.stream.Collectors.toMap;

import io.sillok.processors.engine.projection.Columns;
import io.sillok.processors.engine.projection.PostgresRows;
import io.sillok.processors.engine.projection.ProjectionName;
import io.sillok.schemas.catalog.Category;
import io.sillok.schemas.catalog.CategoryId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The table `categories_vN`. Stateless.
record CategoryRows(ProjectionName projection) implements PostgresRows<Category> {

    @Override
    public Map<String, Category> load(Handle handle, Set<String> ids) {
        return handle.createQuery(
                        """
                        select id, version, name, archived, created_at, updated_at
                          from <table>
                         where id = any(:ids)
                        """)
                .define("table", projection.table())
                .bindArray("ids", UUID.class, Columns.uuids(ids))
                .map((row, _) -> category(row))
                .collect(toMap(category -> category.id().toString(), category -> category));
    }

    @Override
    public void save(Handle handle, List<Category> rows) {
        PreparedBatch batch =
                handle.prepareBatch(
                                """
                                insert into <table> as t
                                       (id, version, name, archived, created_at, updated_at)
                                values (:id, :version, :name, :archived, :createdAt, :updatedAt)
                                on conflict (id) do update
                                   set version = excluded.version,
                                       name = excluded.name,
                                       archived = excluded.archived,
                                       created_at = excluded.created_at,
                                       updated_at = excluded.updated_at
                                 where excluded.version > t.version
                                """)
                        .define("table", projection.table());
        for (Category category : rows) {
            batch.bind("id", category.id().value())
                    .bind("version", category.version())
                    .bind("name", category.name())
                    .bind("archived", category.archived())
                    .bind("createdAt", category.createdAt())
                    .bind("updatedAt", category.updatedAt())
                    .add();
        }
        batch.execute();
    }

    @Override
    public Stream<Category> all(Handle handle) {
        return handle
                .createQuery(
                        """
                        select id, version, name, archived, created_at, updated_at
                          from <table>
                         order by id
                        """)
                .define("table", projection.table())
                .setFetchSize(Columns.PAGE)
                .map((row, _) -> category(row))
                .stream();
    }

    private static Category category(ResultSet row) throws SQLException {
        return new Category(
                new CategoryId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                row.getString("name"),
                row.getBoolean("archived"),
                Columns.time(row, "created_at"),
                Columns.time(row, "updated_at"));
    }
}
