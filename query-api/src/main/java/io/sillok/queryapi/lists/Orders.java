package io.sillok.queryapi.lists;

import io.sillok.queryapi.http.Cursor;
import io.sillok.queryapi.http.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// The orders that a list can be in.
///
/// @param usual the one it is in when nobody asks for another
/// @param <R> a resource of the list
public record Orders<R>(List<Order<R>> all, Order<R> usual) {

    private static final String SORT = "sort";

    public Orders {
        all = List.copyOf(all);
    }

    /// None yet.
    ///
    /// @param id of a resource, which every order ends with
    public static <R> Declared<R> of(Function<R, UUID> id) {
        return new Declared<>(id, List.of());
    }

    /// One that nobody can change.
    public static <R> Orders<R> only(Order<R> order) {
        return new Orders<>(List.of(order), order);
    }

    public List<String> words() {
        return all.stream().map(Order::word).toList();
    }

    /// The order that the query parameters name. Where there is only one there is nothing to name.
    Optional<Order<R>> asked(Parameters query) {
        return all.size() == 1
                ? Optional.empty()
                : query.word(SORT, this::named, String.join(", ", words()));
    }

    /// The order that a place is of.
    ///
    /// @param asked the one named beside it, if any
    Order<R> at(Place place, Optional<Order<R>> asked) {
        return named(place.order())
                .filter(order -> asked.isEmpty() || asked.get().equals(order))
                .orElseThrow(Cursor::invalid);
    }

    Optional<Order<R>> named(String word) {
        return all.stream().filter(order -> order.word().equals(word)).findAny();
    }

    /// Orders before it is said which is the usual one.
    public record Declared<R>(Function<R, UUID> id, List<Order<R>> all) {

        public Declared {
            all = List.copyOf(all);
        }

        /// By a column, under its name; with a minus before it from the last to the first.
        public Declared<R> by(Column<R> column) {
            return by(column.name(), List.of(column));
        }

        /// By columns, under a name of their own.
        public Declared<R> by(String word, List<Column<R>> columns) {
            List<Order<R>> more = new ArrayList<>(all);
            more.add(new Order<>(word, columns, id, false));
            more.add(new Order<>("-" + word, columns, id, true));
            return new Declared<>(id, more);
        }

        public Orders<R> usually(String word) {
            Order<R> usual =
                    all.stream()
                            .filter(order -> order.word().equals(word))
                            .findAny()
                            .orElseThrow(() -> new IllegalArgumentException("no order " + word));
            return new Orders<>(all, usual);
        }
    }
}
