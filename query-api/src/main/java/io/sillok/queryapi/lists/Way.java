package io.sillok.queryapi.lists;

import io.sillok.platform.web.http.Paging;
import io.sillok.platform.web.http.Total;
import io.sillok.queryapi.http.Listing;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/// One of the ways in which a list can be read in an order. All of them give the same answers.
///
/// @param filter puts into the statements what they have parameters for
/// @param <F> all that the list can be filtered by
/// @param <R> a resource of the list
record Way<F, R>(Statements statements, Filter<F> filter, RowMapper<R> row) {

    /// More than these are not counted.
    private static final int COUNTED = Paging.DEEPEST;

    /// The part that is asked for, and one resource more if there is one.
    List<R> read(Handle handle, ListQuery<F, R> query) {
        Query statement =
                query.from()
                        .map(place -> after(handle.createQuery(statements.next()), place))
                        .orElseGet(
                                () ->
                                        handle.createQuery(statements.first())
                                                .bind("offset", query.paging().offset()));
        return filter.bind(statement, query.filter())
                .bind("size", query.paging().size() + 1)
                .map(row)
                .list();
    }

    Total count(Handle handle, ListQuery<F, R> query) {
        long counted =
                filter.bind(handle.createQuery(statements.count()), query.filter())
                        .bind("most", COUNTED + 1)
                        .mapTo(Long.class)
                        .one();
        return counted > COUNTED ? Total.atLeast(COUNTED) : Total.exactly(counted);
    }

    /// What was read as the part that was asked for.
    static <F, R> Listing<R> listing(ListQuery<F, R> query, List<R> found, Total total) {
        return Listing.cut(query.paging(), found, total, last -> query.after(last, total));
    }

    /// The total, where the end of the list was found and there is nothing left to count.
    static Optional<Total> seen(Paging paging, int found) {
        boolean isEnd = found <= paging.size() && (found > 0 || paging.offset() == 0);
        return isEnd ? Optional.of(Total.exactly(paging.offset() + found)) : Optional.empty();
    }

    private static Query after(Query statement, Place place) {
        Query placed = statement.bind(Order.AFTER_ID, place.id());
        for (int part = 0; part < place.key().size(); part++) {
            placed = placed.bind(Order.parameter(part), place.key().get(part));
        }
        return placed;
    }
}
