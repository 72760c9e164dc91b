package io.sillok.queryapi.bookings;

import io.sillok.queryapi.engines.Cells;
import io.sillok.queryapi.engines.ReadModel;
import io.sillok.queryapi.http.Listing;
import io.sillok.queryapi.lists.Column;
import io.sillok.queryapi.lists.ListQuery;
import io.sillok.queryapi.lists.Orders;
import io.sillok.queryapi.lists.Searched;
import io.sillok.queryapi.lists.SearchedList;
import io.sillok.schemas.bookings.TalentId;
import io.sillok.schemas.bookings.TalentResource;
import jakarta.ws.rs.core.MultivaluedMap;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/// Reads the view `talents`. Who was withdrawn is never found. Thread-safe.
final class TalentQueries {

    private static final String COLUMNS =
            """
            id, version, name, description, price_per_hour, currency, phone, available,
            created_at, updated_at
            """;

    private static final String ONE =
            "select " + COLUMNS + " from talents where not withdrawn and id = :id";

    private static final String CONDITIONS =
            """
            (:available::boolean is null or available = :available)
            and (:min_price::numeric is null or price_per_hour >= :min_price)
            and (:max_price::numeric is null or price_per_hour <= :max_price)
            """;

    static final Orders<TalentResource> ORDERS =
            Orders.<TalentResource>of(talent -> talent.id().value())
                    .by(Column.text("name", TalentResource::name))
                    .by(
                            Column.number(
                                    "price_per_hour",
                                    talent -> Long.toString(talent.pricePerHour())))
                    .by(Column.time("created_at", TalentResource::createdAt))
                    .usually("name");

    private static final SearchedList<TalentFilter, TalentResource> LIST =
            new SearchedList<>(
                    new Searched<>(
                            COLUMNS,
                            "talents",
                            "not withdrawn",
                            CONDITIONS,
                            TalentFilter::search,
                            TalentFilter::range),
                    TalentQueries::bind,
                    TalentQueries::row,
                    ORDERS);

    private final ReadModel readModel;

    TalentQueries(ReadModel readModel) {
        this.readModel = readModel;
    }

    /// What the parameters of a request ask of the list.
    static ListQuery<TalentFilter, TalentResource> asked(
            MultivaluedMap<String, String> parameters) {
        return ListQuery.of(parameters, TalentFilter::of, ORDERS);
    }

    Optional<TalentResource> find(TalentId id) {
        return readModel.find(ONE, id.value(), TalentQueries::row);
    }

    Listing<TalentResource> list(ListQuery<TalentFilter, TalentResource> query) {
        return readModel.read(handle -> LIST.read(handle, query));
    }

    private static Query bind(Query statement, TalentFilter filter) {
        return statement
                .bind("available", filter.available())
                .bind("min_price", filter.minPrice())
                .bind("max_price", filter.maxPrice());
    }

    private static TalentResource row(ResultSet row, StatementContext context) throws SQLException {
        return new TalentResource(
                new TalentId(Cells.id(row)),
                row.getLong("version"),
                row.getString("name"),
                row.getString("description"),
                row.getBigDecimal("price_per_hour").longValueExact(),
                row.getString("currency"),
                Cells.text(row, "phone"),
                row.getBoolean("available"),
                Cells.time(row, "created_at"),
                Cells.time(row, "updated_at"));
    }
}
