package io.sillok.queryapi.catalog;

import io.sillok.queryapi.engines.Cells;
import io.sillok.queryapi.engines.ReadModel;
import io.sillok.queryapi.http.Listing;
import io.sillok.queryapi.lists.Column;
import io.sillok.queryapi.lists.Everything;
import io.sillok.queryapi.lists.ListQuery;
import io.sillok.queryapi.lists.Order;
import io.sillok.queryapi.lists.Orders;
import io.sillok.queryapi.lists.SortedList;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.catalog.CategoryResource;
import jakarta.ws.rs.core.MultivaluedMap;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/// Reads the view `categories`. Archived ones are found, but in no list. Thread-safe.
final class CategoryQueries {

    private static final String CATEGORIES =
            """
            select id, version, name, archived, created_at, updated_at
            from categories
            """;

    private static final String ONE = CATEGORIES + "where id = :id";

    private static final Orders<CategoryResource> BY_NAME =
            Orders.only(
                    new Order<>(
                            "name",
                            List.of(Column.text("name", CategoryResource::name)),
                            category -> category.id().value(),
                            false));

    private static final SortedList<Everything, CategoryResource> LIST =
            new SortedList<>(
                    CATEGORIES + "where not archived\n",
                    Everything::bind,
                    CategoryQueries::row,
                    BY_NAME);

    private final ReadModel readModel;

    CategoryQueries(ReadModel readModel) {
        this.readModel = readModel;
    }

    /// What the parameters of a request ask of the list.
    static ListQuery<Everything, CategoryResource> asked(
            MultivaluedMap<String, String> parameters) {
        return ListQuery.of(parameters, Everything::of, BY_NAME);
    }

    Optional<CategoryResource> find(CategoryId id) {
        return readModel.find(ONE, id.value(), CategoryQueries::row);
    }

    Listing<CategoryResource> list(ListQuery<Everything, CategoryResource> query) {
        return readModel.read(handle -> LIST.read(handle, query));
    }

    private static CategoryResource row(ResultSet row, StatementContext context)
            throws SQLException {
        return new CategoryResource(
                new CategoryId(Cells.id(row)),
                row.getLong("version"),
                row.getString("name"),
                row.getBoolean("archived"),
                Cells.time(row, "created_at"),
                Cells.time(row, "updated_at"));
    }
}
