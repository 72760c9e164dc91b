package io.sillok.queryapi.catalog;

import io.sillok.queryapi.engines.Cells;
import io.sillok.queryapi.engines.ReadModel;
import io.sillok.queryapi.http.Listing;
import io.sillok.queryapi.lists.Column;
import io.sillok.queryapi.lists.ListQuery;
import io.sillok.queryapi.lists.Orders;
import io.sillok.queryapi.lists.Searched;
import io.sillok.queryapi.lists.SearchedList;
import io.sillok.schemas.catalog.ItemId;
import io.sillok.schemas.catalog.ItemResource;
import jakarta.ws.rs.core.MultivaluedMap;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/// Reads the view `items`. What was removed is never found. Thread-safe.
final class ItemQueries {

    private static final String COLUMNS =
            """
            id, version, title, description, price, currency, owner, created_at, updated_at
            """;

    private static final String ONE =
            "select " + COLUMNS + " from items where not removed and id = :id";

    private static final String CONDITIONS =
            """
            (:owner::text is null or owner = :owner)
            and (:currency::text is null or currency = :currency)
            and (:min_price::numeric is null or price >= :min_price)
            and (:max_price::numeric is null or price <= :max_price)
            and (:from::timestamptz is null or created_at >= :from::timestamptz)
            and (:to::timestamptz is null or created_at < :to::timestamptz)
            """;

    /// Prices are compared within their currency, currencies by their code.
    static final Orders<ItemResource> ORDERS =
            Orders.<ItemResource>of(item -> item.id().value())
                    .by(Column.time("created_at", ItemResource::createdAt))
                    .by(Column.time("updated_at", ItemResource::updatedAt))
                    .by(Column.text("title", ItemResource::title))
                    .by(
                            "price",
                            List.of(
                                    Column.text("currency", ItemResource::currency),
                                    Column.number("price", ItemResource::price)))
                    .usually("-created_at");

    private static final SearchedList<ItemFilter, ItemResource> LIST =
            new SearchedList<>(
                    new Searched<>(
                            COLUMNS,
                            "items",
                            "not removed",
                            CONDITIONS,
                            ItemFilter::search,
                            ItemFilter::range),
                    ItemQueries::bind,
                    ItemQueries::row,
                    ORDERS);

    private final ReadModel readModel;

    ItemQueries(ReadModel readModel) {
        this.readModel = readModel;
    }

    /// What the parameters of a request ask of the list.
    static ListQuery<ItemFilter, ItemResource> asked(MultivaluedMap<String, String> parameters) {
        return ListQuery.of(parameters, ItemFilter::of, ORDERS);
    }

    Optional<ItemResource> find(ItemId id) {
        return readModel.find(ONE, id.value(), ItemQueries::row);
    }

    Listing<ItemResource> list(ListQuery<ItemFilter, ItemResource> query) {
        return readModel.read(handle -> LIST.read(handle, query));
    }

    private static Query bind(Query statement, ItemFilter filter) {
        return statement
                .bind("owner", filter.owner())
                .bind("currency", filter.currency())
                .bind("min_price", filter.minPrice())
                .bind("max_price", filter.maxPrice())
                .bind("from", filter.from())
                .bind("to", filter.to());
    }

    private static ItemResource row(ResultSet row, StatementContext context) throws SQLException {
        return new ItemResource(
                new ItemId(Cells.id(row)),
                row.getLong("version"),
                row.getString("title"),
                Cells.text(row, "description"),
                row.getBigDecimal("price").toPlainString(),
                row.getString("currency"),
                row.getString("owner"),
                Cells.time(row, "created_at"),
                Cells.time(row, "updated_at"));
    }
}
