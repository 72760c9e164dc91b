package io.sillok.queryapi.catalog;

import io.sillok.queryapi.engines.ReadModel;
import io.sillok.queryapi.http.Listing;
import io.sillok.schemas.catalog.ItemId;
import io.sillok.schemas.catalog.ItemResource;
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

/// Reads the view `items`. What was removed is never found. Thread-safe.
final class ItemQueries {

    private static final String COLUMNS =
            """
            select id, version, title, description, price, currency, owner, created_at, updated_at
            from items
            """;

    private static final String FILTER =
            """
            where not removed
              and (:owner::text is null or owner = :owner)
              and (:currency::text is null or currency = :currency)
              and (:min_price::numeric is null or price >= :min_price)
              and (:max_price::numeric is null or price <= :max_price)
              and (:from::timestamptz is null or created_at >= :from::timestamptz)
              and (:to::timestamptz is null or created_at < :to::timestamptz)
              and (:search = ''
                   or (search_grams(search_text(title, description)) @> search_grams(:search)
                       and search_text(title, description) like all (:patterns)))
            """;

    private static final String ONE = COLUMNS + "where id = :id and not removed";

    private static final String COUNT = "select count(*) from items\n" + FILTER;

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

    private static final String CHEAPEST =
            COLUMNS
                    + FILTER
                    + """
                      and (:after_id::uuid is null
                           or (currency, price, id)
                              > (:after_currency, :after_price::numeric, :after_id))
                    order by currency, price, id
                    limit :size offset :offset
                    """;

    private static final String DEAREST =
            COLUMNS
                    + FILTER
                    + """
                      and (:after_id::uuid is null
                           or (currency, price, id)
                              < (:after_currency, :after_price::numeric, :after_id))
                    order by currency desc, price desc, id desc
                    limit :size offset :offset
                    """;

    private final ReadModel readModel;

    ItemQueries(ReadModel readModel) {
        this.readModel = readModel;
    }

    Optional<ItemResource> find(ItemId id) {
        return readModel.read(
                handle ->
                        handle.createQuery(ONE)
                                .bind("id", id.value())
                                .map(ItemQueries::row)
                                .findOne());
    }

    Listing<ItemResource> list(ItemListQuery query) {
        return readModel.read(
                handle -> {
                    List<ItemResource> found = oneMoreThanAskedFor(handle, query);
                    long total =
                            query.cursor()
                                    .map(ListCursor::total)
                                    .orElseGet(() -> count(handle, query.filter()));
                    return Listing.cut(
                            query.paging(), found, total, last -> query.after(last, total));
                });
    }

    private static long count(Handle handle, ItemFilter filter) {
        return filtered(handle, COUNT, filter).mapTo(Long.class).one();
    }

    private static List<ItemResource> oneMoreThanAskedFor(Handle handle, ItemListQuery query) {
        Query statement =
                filtered(handle, statement(query.sort()), query.filter())
                        .bind("after_id", query.cursor().map(ListCursor::id))
                        .bind("size", query.paging().size() + 1)
                        .bind("offset", query.cursor().isPresent() ? 0 : query.paging().offset());
        return placed(statement, query).map(ItemQueries::row).list();
    }

    private static Query placed(Query statement, ItemListQuery query) {
        Optional<ItemSort.Key> key = query.cursor().map(ListCursor::key).map(query.sort()::read);
        return switch (query.sort()) {
            case CHEAPEST, DEAREST ->
                    statement
                            .bind("after_currency", key.map(ItemSort.Key::currency))
                            .bind("after_price", key.map(ItemSort.Key::price));
            case NEWEST, OLDEST, LAST_UPDATED, FIRST_UPDATED, TITLE, TITLE_REVERSED ->
                    statement.bind("after_key", key.map(ItemSort.Key::text));
        };
    }

    private static String statement(ItemSort sort) {
        return switch (sort) {
            case NEWEST -> NEWEST;
            case OLDEST -> OLDEST;
            case LAST_UPDATED -> LAST_UPDATED;
            case FIRST_UPDATED -> FIRST_UPDATED;
            case TITLE -> TITLE;
            case TITLE_REVERSED -> TITLE_REVERSED;
            case CHEAPEST -> CHEAPEST;
            case DEAREST -> DEAREST;
        };
    }

    private static Query filtered(Handle handle, String statement, ItemFilter filter) {
        return handle.createQuery(statement)
                .bind("owner", filter.owner())
                .bind("currency", filter.currency())
                .bind("min_price", filter.minPrice())
                .bind("max_price", filter.maxPrice())
                .bind("from", filter.from().map(Instant::toString))
                .bind("to", filter.to().map(Instant::toString))
                .bind("search", filter.search().folded())
                .bindArray("patterns", String.class, filter.search().patterns());
    }

    private static ItemResource row(ResultSet row, StatementContext context) throws SQLException {
        return new ItemResource(
                new ItemId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                row.getString("title"),
                Optional.ofNullable(row.getString("description")),
                row.getBigDecimal("price").toPlainString(),
                row.getString("currency"),
                row.getString("owner"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
