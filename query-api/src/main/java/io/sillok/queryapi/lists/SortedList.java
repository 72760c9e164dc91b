package io.sillok.queryapi.lists;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.sillok.platform.web.http.Total;
import io.sillok.queryapi.http.Listing;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// A list of a view: which rows it selects, how they are filtered and ordered. Each part is one
/// statement, which begins behind the key of the last part. Thread-safe.
///
/// @param <F> all that the list can be filtered by
/// @param <R> a resource of the list
public final class SortedList<F, R> {

    private final Map<Order<R>, Way<F, R>> ways;

    /// A list.
    ///
    /// @param select with a `where`, to which more conditions can be added
    public SortedList(String select, Filter<F> filter, RowMapper<R> row, Orders<R> orders) {
        this.ways =
                orders.all().stream()
                        .collect(
                                toUnmodifiableMap(
                                        identity(),
                                        order ->
                                                new Way<>(
                                                        Statements.walking(select, order),
                                                        filter,
                                                        row)));
    }

    /// The part of the list that is asked for.
    public Listing<R> read(Handle handle, ListQuery<F, R> query) {
        return read(handle, query, requireNonNull(ways.get(query.order())));
    }

    /// Reads a part, and counts when it is not the end of the list.
    static <F, R> Listing<R> read(Handle handle, ListQuery<F, R> query, Way<F, R> way) {
        List<R> found = way.read(handle, query);
        Total total =
                query.from()
                        .map(Place::total)
                        .or(() -> Way.seen(query.paging(), found.size()))
                        .orElseGet(() -> way.count(handle, query));
        return Way.listing(query, found, total);
    }
}
