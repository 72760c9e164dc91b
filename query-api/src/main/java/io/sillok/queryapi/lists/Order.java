package io.sillok.queryapi.lists;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One of the orders that a list can be in. It ends with the id, so that none is ambiguous, and all
/// of it goes in one direction, so that one index serves it.
///
/// @param word its name in the API
/// @param columns what it compares before the id
/// @param id of a resource
/// @param <R> a resource of the list
public record Order<R>(
        String word, List<Column<R>> columns, Function<R, UUID> id, boolean descending) {

    static final String AFTER_ID = "after_id";

    public Order {
        columns = List.copyOf(columns);
    }

    /// What it compares of a resource before the id.
    List<String> keyOf(R resource) {
        return columns.stream().map(column -> column.value().apply(resource)).toList();
    }

    /// A key that came from a caller.
    ///
    /// @throws RuntimeException when it is nothing that this order compares
    List<String> checked(List<String> key) {
        if (key.size() != columns.size()) {
            throw new IllegalArgumentException("not a key of this order");
        }
        return IntStream.range(0, key.size())
                .mapToObj(i -> columns.get(i).form().checked(key.get(i)))
                .toList();
    }

    /// The parameter that takes a part of the key.
    static String parameter(int part) {
        return "after_" + part;
    }

    /// The condition of coming after a place, by parameters.
    String isAfter() {
        Stream<String> parameters =
                IntStream.range(0, columns.size())
                        .mapToObj(
                                i ->
                                        ":%s::%s"
                                                .formatted(
                                                        parameter(i),
                                                        columns.get(i).form().type()));
        return "(%s, id) %s (%s, :%s)"
                .formatted(
                        columns.stream().map(Column::name).collect(joining(", ")),
                        descending ? "<" : ">",
                        parameters.collect(joining(", ")),
                        AFTER_ID);
    }

    /// What stands behind `order by`.
    String by() {
        String direction = descending ? " desc" : "";
        return Stream.concat(columns.stream().map(Column::name), Stream.of("id"))
                .map(column -> column + direction)
                .collect(joining(", "));
    }
}
