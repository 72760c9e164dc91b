package io.sillok.processors.catalog.projection;

import static java.util.stream.Collectors.toMap;

import io.sillok.processors.engine.projection.Columns;
import io.sillok.processors.engine.projection.PostgresRows;
import io.sillok.processors.engine.projection.ProjectionName;
import io.sillok.schemas.catalog.Item;
import io.sillok.schemas.catalog.ItemId;
import io.sillok.schemas.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The table `items_vN`. Stateless.
record ItemRows(ProjectionName projection) implements PostgresRows<Item> {

    @Override
    public Map<String, Item> load(Handle handle, Set<String> ids) {
        return handle.createQuery(
                        """
                        select id, version, title, description, price, currency, owner, removed,
                               created_at, updated_at
                          from <table>
                         where id = any(:ids)
                        """)
                .define("table", projection.table())
                .bindArray("ids", UUID.class, Columns.uuids(ids))
                .map((row, _) -> item(row))
                .collect(toMap(item -> item.id().toString(), item -> item));
    }

    @Override
    public void save(Handle handle, List<Item> rows) {
        PreparedBatch batch =
                handle.prepareBatch(
                                """
                                insert into <table> as t
                                       (id, version, title, description, price, currency, owner,
                                        removed, created_at, updated_at)
                                values (:id, :version, :title, :description, :price, :currency,
                                        :owner, :removed, :createdAt, :updatedAt)
                                on conflict (id) do update
                                   set version = excluded.version,
                                       title = excluded.title,
                                       description = excluded.description,
                                       price = excluded.price,
                                       currency = excluded.currency,
                                       owner = excluded.owner,
                                       removed = excluded.removed,
                                       created_at = excluded.created_at,
                                       updated_at = excluded.updated_at
                                 where excluded.version > t.version
                                """)
                        .define("table", projection.table());
        for (Item item : rows) {
            batch.bind("id", item.id().value())
                    .bind("version", item.version())
                    .bind("title", item.title())
                    .bind("description", item.description().orElse(null))
                    .bind("price", item.price().value())
                    .bind("currency", item.price().currency())
                    .bind("owner", item.owner())
                    .bind("removed", item.removed())
                    .bind("createdAt", item.createdAt())
                    .bind("updatedAt", item.updatedAt())
                    .add();
        }
        batch.execute();
    }

    @Override
    public Stream<Item> all(Handle handle) {
        return handle
                .createQuery(
                        """
                        select id, version, title, description, price, currency, owner, removed,
                               created_at, updated_at
                          from <table>
                         order by id
                        """)
                .define("table", projection.table())
                .setFetchSize(Columns.PAGE)
                .map((row, _) -> item(row))
                .stream();
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                new ItemId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                row.getString("title"),
                Columns.text(row, "description"),
                new Money(row.getBigDecimal("price").toPlainString(), row.getString("currency")),
                row.getString("owner"),
                row.getBoolean("removed"),
                Columns.time(row, "created_at"),
                Columns.time(row, "updated_at"));
    }
}
