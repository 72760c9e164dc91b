package io.sillok.queryapi.bookings;

import io.sillok.queryapi.engines.ReadModel;
import io.sillok.queryapi.http.Listing;
import io.sillok.schemas.bookings.TalentId;
import io.sillok.schemas.bookings.TalentResource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/// Reads the view `talents`. Who was withdrawn is never found. Thread-safe.
final class TalentQueries {

    private static final String COLUMNS =
            """
            select id, version, name, description, price_per_hour, currency, phone, available,
                   created_at, updated_at
            from talents
            """;

    private static final String FILTER =
            """
            where not withdrawn
              and (:available::boolean is null or available = :available)
              and (:min_price::numeric is null or price_per_hour >= :min_price)
              and (:max_price::numeric is null or price_per_hour <= :max_price)
              and (:search = ''
                   or (search_grams(search_text(name, null)) @> search_grams(:search)
                       and search_text(name, null) like all (:patterns)))
            """;

    private static final String ONE = COLUMNS + "where id = :id and not withdrawn";

    private static final String COUNT = "select count(*) from talents\n" + FILTER;

    private static final String NAME =
            COLUMNS
                    + FILTER
                    + """
                      and (:after_id::uuid is null or (name, id) > (:after_key, :after_id))
                    order by name, id
                    limit :size offset :offset
                    """;

    private static final String NAME_REVERSED =
            COLUMNS
                    + FILTER
                    + """
                      and (:after_id::uuid is null or (name, id) < (:after_key, :after_id))
                    order by name desc, id desc
                    limit :size offset :offset
                    """;

    private static final String CHEAPEST =
            COLUMNS
                    + FILTER
                    + """
                      and (:after_id::uuid is null
                           or (price_per_hour, id) > (:after_key::numeric, :after_id))
                    order by price_per_hour, id
                    limit :size offset :offset
                    """;

    private static final String DEAREST =
            COLUMNS
                    + FILTER
                    + """
                      and (:after_id::uuid is null
                           or (price_per_hour, id) < (:after_key::numeric, :after_id))
                    order by price_per_hour desc, id desc
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

    private static final String NEWEST =
            COLUMNS
                    + FILTER
                    + """
                      and (:after_id::uuid is null
                           or (created_at, id) < (:after_key::timestamptz, :after_id))
                    order by created_at desc, id desc
                    limit :size offset :offset
                    """;

    private final ReadModel readModel;

    TalentQueries(ReadModel readModel) {
        this.readModel = readModel;
    }

    Optional<TalentResource> find(TalentId id) {
        return readModel.read(
                handle ->
                        handle.createQuery(ONE)
                                .bind("id", id.value())
                                .map(TalentQueries::row)
                                .findOne());
    }

    Listing<TalentResource> list(TalentListQuery query) {
        return readModel.read(
                handle -> {
                    List<TalentResource> found = oneMoreThanAskedFor(handle, query);
                    long total = filtered(handle, COUNT, query.filter()).mapTo(Long.class).one();
                    return Listing.cut(query.paging(), found, total, query::after);
                });
    }

    private static List<TalentResource> oneMoreThanAskedFor(Handle handle, TalentListQuery query) {
        return filtered(handle, statement(query.sort()), query.filter())
                .bind("after_id", query.cursor().map(TalentCursor::id))
                .bind("after_key", query.cursor().map(TalentCursor::key))
                .bind("size", query.paging().size() + 1)
                .bind("offset", query.cursor().isPresent() ? 0 : query.paging().offset())
                .map(TalentQueries::row)
                .list();
    }

    private static String statement(TalentSort sort) {
        return switch (sort) {
            case NAME -> NAME;
            case NAME_REVERSED -> NAME_REVERSED;
            case CHEAPEST -> CHEAPEST;
            case DEAREST -> DEAREST;
            case OLDEST -> OLDEST;
            case NEWEST -> NEWEST;
        };
    }

    private static Query filtered(Handle handle, String statement, TalentFilter filter) {
        return handle.createQuery(statement)
                .bind("available", filter.available())
                .bind("min_price", filter.minPrice())
                .bind("max_price", filter.maxPrice())
                .bind("search", filter.folded())
                .bindArray("patterns", String.class, filter.patterns());
    }

    private static TalentResource row(ResultSet row, StatementContext context) throws SQLException {
        return new TalentResource(
                new TalentId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                row.getString("name"),
                row.getString("description"),
                row.getBigDecimal("price_per_hour").longValueExact(),
                row.getString("currency"),
                Optional.ofNullable(row.getString("phone")),
                row.getBoolean("available"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
