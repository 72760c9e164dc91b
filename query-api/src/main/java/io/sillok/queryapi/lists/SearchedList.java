package io.sillok.queryapi.lists;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.sillok.platform.web.http.Total;
import io.sillok.queryapi.http.Listing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/// A list of a view in which words can be looked for. What few rows match is picked and put in
/// order; what many rows match is found by walking through the index of the order, which holds what
/// is compared. A sample says by which of them to count, the count by which of them to read.
/// Thread-safe.
///
/// @param <F> all that the list can be filtered by
/// @param <R> a resource of the list
public final class SearchedList<F, R> {

    private final Searched<F> searched;
    private final Orders<R> orders;
    private final String areFrequent;
    private final Map<Order<R>, Ways<F, R>> ways;

    /// The ways to read one order: without words, then with words.
    private record Ways<F, R>(
            Way<F, R> walking,
            Way<F, R> picking,
            Way<F, R> walkingForWords,
            Way<F, R> pickingByWords) {}

    /// A list.
    ///
    /// @param filter binds all but the words
    public SearchedList(
            Searched<F> searched, Filter<F> filter, RowMapper<R> row, Orders<R> orders) {
        this.searched = searched;
        this.orders = orders;
        this.areFrequent = searched.areFrequent(orders.usual());
        this.ways =
                orders.all().stream()
                        .collect(toUnmodifiableMap(identity(), order -> ways(filter, row, order)));
    }

    /// The part of the list that is asked for.
    public Listing<R> read(Handle handle, ListQuery<F, R> query) {
        Ways<F, R> ofOrder = ways(query.order());
        if (searched.words().apply(query.filter()).isEmpty()) {
            return isRangeOfAnotherOrder(query)
                    ? counted(handle, query, Ways::walking, ofOrder.walking, ofOrder.picking)
                    : SortedList.read(handle, query, ofOrder.walking);
        }
        Function<Ways<F, R>, Way<F, R>> counting =
                query.from().isEmpty() && areFrequent(handle, query.filter())
                        ? Ways::walkingForWords
                        : Ways::pickingByWords;
        return counted(handle, query, counting, ofOrder.walkingForWords, ofOrder.pickingByWords);
    }

    /// Counts first, unless the cursor knows the total, and reads by the way that goes with it.
    private Listing<R> counted(
            Handle handle,
            ListQuery<F, R> query,
            Function<Ways<F, R>, Way<F, R>> counting,
            Way<F, R> many,
            Way<F, R> few) {
        Optional<Total> known = query.from().map(Place::total);
        Total total =
                known.orElseGet(
                        () -> counting.apply(ways(together(query.filter()))).count(handle, query));
        List<R> found = (total.isExact() ? few : many).read(handle, query);
        return Way.listing(
                query, found, known.or(() -> Way.seen(query.paging(), found.size())).orElse(total));
    }

    private boolean isRangeOfAnotherOrder(ListQuery<F, R> query) {
        return searched.range().apply(query.filter()).isPresent()
                && !together(query.filter()).columns().equals(query.order().columns());
    }

    /// The order in which what a filter shows lies together, as far as there is one.
    private Order<R> together(F filter) {
        return searched.range().apply(filter).flatMap(orders::named).orElse(orders.usual());
    }

    private Ways<F, R> ways(Order<R> order) {
        return requireNonNull(ways.get(order));
    }

    private boolean areFrequent(Handle handle, F filter) {
        return patterns(handle.createQuery(areFrequent), filter).mapTo(Boolean.class).one();
    }

    private Ways<F, R> ways(Filter<F> filter, RowMapper<R> row, Order<R> order) {
        Filter<F> patterns =
                (statement, values) -> patterns(filter.bind(statement, values), values);
        Filter<F> pieces = (statement, values) -> pieces(patterns.bind(statement, values), values);
        return new Ways<>(
                new Way<>(Statements.walking(searched.select(), order), filter, row),
                new Way<>(Statements.picking(searched, order), filter, row),
                new Way<>(Statements.walkingForWords(searched, order), patterns, row),
                new Way<>(Statements.pickingByWords(searched, order), pieces, row));
    }

    private Query patterns(Query statement, F filter) {
        return statement.bindArray(
                "patterns", String.class, searched.words().apply(filter).patterns());
    }

    private Query pieces(Query statement, F filter) {
        return statement.bindArray("pieces", String.class, searched.words().apply(filter).pieces());
    }
}
