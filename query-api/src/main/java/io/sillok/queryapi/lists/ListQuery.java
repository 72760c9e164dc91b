package io.sillok.queryapi.lists;

import io.sillok.platform.web.http.Paging;
import io.sillok.platform.web.http.Total;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.http.Cursor;
import io.sillok.queryapi.http.Linked;
import io.sillok.queryapi.http.Parameters;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.function.Function;

/// What is asked of a list.
///
/// @param filter which resources it shows
/// @param from where to go on; then the offset of `paging` counts for nothing but the page number
/// @param <F> all that the list can be filtered by
/// @param <R> a resource of the list
public record ListQuery<F, R>(F filter, Order<R> order, Paging paging, Optional<Place> from) {

    /// Reads the query parameters.
    ///
    /// @param filter reads those of the filter
    /// @throws ProblemException naming every parameter that is wrong
    public static <F, R> ListQuery<F, R> of(
            MultivaluedMap<String, String> parameters,
            Function<Parameters, F> filter,
            Orders<R> orders) {
        Parameters query = new Parameters(parameters);
        F filtered = filter.apply(query);
        Optional<Order<R>> asked = orders.asked(query);
        Paging paging = Paging.of(parameters);
        if (query.text(Linked.CURSOR).isEmpty() && !paging.isWithinReach()) {
            query.wrong("page", "must stay within the first 10000; go on with cursor");
        }
        query.orThrow();
        return query.text(Linked.CURSOR)
                .map(text -> Cursor.read(text, Place.class))
                .map(place -> goingOn(filtered, orders.at(place, asked), paging.size(), place))
                .orElseGet(
                        () ->
                                new ListQuery<>(
                                        filtered,
                                        asked.orElse(orders.usual()),
                                        paging,
                                        Optional.empty()));
    }

    /// The cursor of the part that follows.
    ///
    /// @param last of this part
    /// @param total how many there are in all
    public String after(R last, Total total) {
        return Cursor.write(
                new Place(
                        order.word(),
                        order.keyOf(last),
                        order.id().apply(last),
                        paging.offset() + paging.size(),
                        total));
    }

    private static <F, R> ListQuery<F, R> goingOn(F filter, Order<R> order, int size, Place place) {
        try {
            var from =
                    new Place(
                            place.order(),
                            order.checked(place.key()),
                            place.id(),
                            place.offset(),
                            place.total());
            return new ListQuery<>(
                    filter, order, new Paging(place.offset(), size), Optional.of(from));
        } catch (RuntimeException e) {
            throw Cursor.invalid().because(e);
        }
    }
}
