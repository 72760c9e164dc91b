package io.sillok.queryapi.lists;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.sillok.platform.web.http.Paging;
import io.sillok.platform.web.http.Total;
import io.sillok.queryapi.http.Listing;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/// A list of a view: which rows it selects, how they are filtered and ordered. Each part is one
/// statement, which begins behind the key of the last part. Thread-safe.
///
/// @param <F> all that the list can be filtered by
/// @param <R> a resource of the list
public final class SortedList<F, R> {

    /// More than these are not counted.
    static final int COUNTED = Paging.DEEPEST;

    private final Filter<F> filter;
    private final RowMapper<R> row;
    private final Map<Order<R>, Statements> statements;

    /// The statements of one order.
    ///
    /// @param count how many rows there are, if they are not more than `:most`: in the order of the
    ///   list, because without one the table itself would look like the cheapest place to count
    /// @param first a part at an offset
    /// @param next the part after a place
    private record Statements(String count, String first, String next) {}

    /// A list.
    ///
    /// @param select with a `where`, to which more conditions can be added
    public SortedList(String select, Filter<F> filter, RowMapper<R> row, Orders<R> orders) {
        this.filter = filter;
        this.row = row;
        this.statements =
                orders.all().stream()
                        .collect(toUnmodifiableMap(identity(), order -> statements(select, order)));
    }

    /// Puts the values of a filter into a statement.
    ///
    /// @param <F> all that a list can be filtered by
    public interface Filter<F> {
        Query bind(Query statement, F filter);
    }

    /// The part of the list that is asked for.
    public Listing<R> read(Handle handle, ListQuery<F, R> query) {
        List<R> found = oneMoreThanAskedFor(handle, query);
        Total total =
                query.from()
                        .map(Place::total)
                        .or(() -> seen(query.paging(), found.size()))
                        .orElseGet(() -> count(handle, query));
        return Listing.cut(query.paging(), found, total, last -> query.after(last, total));
    }

    /// The total, where the end of the list was found and there is nothing left to count.
    private static Optional<Total> seen(Paging paging, int found) {
        boolean isEnd = found <= paging.size() && (found > 0 || paging.offset() == 0);
        return isEnd ? Optional.of(Total.exactly(paging.offset() + found)) : Optional.empty();
    }

    private Total count(Handle handle, ListQuery<F, R> query) {
        long counted =
                filter.bind(handle.createQuery(of(query).count()), query.filter())
                        .bind("most", COUNTED + 1)
                        .mapTo(Long.class)
                        .one();
        return counted > COUNTED ? Total.atLeast(COUNTED) : Total.exactly(counted);
    }

    private List<R> oneMoreThanAskedFor(Handle handle, ListQuery<F, R> query) {
        Query statement =
                query.from()
                        .map(place -> after(handle.createQuery(of(query).next()), place))
                        .orElseGet(
                                () ->
                                        handle.createQuery(of(query).first())
                                                .bind("offset", query.paging().offset()));
        return filter.bind(statement, query.filter())
                .bind("size", query.paging().size() + 1)
                .map(row)
                .list();
    }

    private static Query after(Query statement, Place place) {
        Query placed = statement.bind(Order.AFTER_ID, place.id());
        for (int part = 0; part < place.key().size(); part++) {
            placed = placed.bind(Order.parameter(part), place.key().get(part));
        }
        return placed;
    }

    private Statements of(ListQuery<F, R> query) {
        return Objects.requireNonNull(statements.get(query.order()));
    }

    private static Statements statements(String select, Order<?> order) {
        return new Statements(
                "select count(*) from (%s order by %s limit :most) as counted"
                        .formatted(select, order.by()),
                "%s order by %s limit :size offset :offset".formatted(select, order.by()),
                "%s and %s order by %s limit :size".formatted(select, order.isAfter(), order.by()));
    }
}
