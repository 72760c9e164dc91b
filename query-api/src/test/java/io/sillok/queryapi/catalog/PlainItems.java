package io.sillok.queryapi.catalog;

import static java.util.stream.Collectors.joining;

import io.sillok.platform.stores.Postgres;
import io.sillok.queryapi.lists.Column;
import io.sillok.queryapi.lists.ListQuery;
import io.sillok.queryapi.stage.Stage;
import io.sillok.schemas.catalog.ItemId;
import io.sillok.schemas.catalog.ItemResource;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Reads lists of items in the plainest way, which looks at every row: what all faster ways have to
/// answer too.
record PlainItems(Postgres postgres) implements AutoCloseable {

    /// As far as lists are followed and counted here.
    static final int MOST = 11_000;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String ALL =
            """
            select id
            from items
            where not removed
              and (:owner::text is null or owner = :owner)
              and (:currency::text is null or currency = :currency)
              and (:min_price::numeric is null or price >= :min_price)
              and (:max_price::numeric is null or price <= :max_price)
              and (:from::timestamptz is null or created_at >= :from::timestamptz)
              and (:to::timestamptz is null or created_at < :to::timestamptz)
              and lower(normalize(title || ' ' || coalesce(description, ''), NFKC))
                  like all (:patterns)
            order by <order>
            limit :most
            """;

    static PlainItems of(Stage stage) {
        return new PlainItems(Postgres.open(stage.settings().postgres(), "plain", 1, PATIENCE));
    }

    /// All that a query is about, in its order.
    List<ItemId> read(ListQuery<ItemFilter, ItemResource> query) {
        ItemFilter filter = query.filter();
        String direction = query.order().descending() ? " desc" : "";
        String order =
                Stream.concat(query.order().columns().stream().map(Column::name), Stream.of("id"))
                        .map(column -> column + direction)
                        .collect(joining(", "));
        return postgres.jdbi()
                .withHandle(
                        handle ->
                                handle
                                        .createQuery(ALL)
                                        .define("order", order)
                                        .bind("owner", filter.owner())
                                        .bind("currency", filter.currency())
                                        .bind("min_price", filter.minPrice())
                                        .bind("max_price", filter.maxPrice())
                                        .bind("from", filter.from())
                                        .bind("to", filter.to())
                                        .bindArray(
                                                "patterns",
                                                String.class,
                                                filter.search().patterns())
                                        .bind("most", MOST)
                                        .mapTo(UUID.class)
                                        .stream()
                                        .map(ItemId::new)
                                        .toList());
    }

    @Override
    public void close() {
        postgres.close();
    }
}
