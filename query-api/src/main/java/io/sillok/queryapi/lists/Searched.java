package io.sillok.queryapi.lists;

import java.util.Optional;
import java.util.function.Function;

/// What a list that can be searched selects. Its view has the text in which words are looked for as
/// `folded`, and as `folded_short` where that is short enough for the indices of the orders, which
/// hold it too.
///
/// @param columns of a resource
/// @param kept the condition of those indices
/// @param conditions of the filter, but for the words
/// @param words of a filter
/// @param range the order, upwards, in which the rows of a filter's range lie together, if it has
///   one
/// @param <F> all that the list can be filtered by
public record Searched<F>(
        String columns,
        String view,
        String kept,
        String conditions,
        Function<F, SearchedWords> words,
        Function<F, Optional<String>> range) {

    /// How many rows are looked at to say whether words are frequent.
    private static final int SAMPLE = 2_000;

    /// Words that one in so many rows have are frequent.
    private static final int FREQUENT = 20;

    String select() {
        return "select %s from %s where %s".formatted(columns, view, where());
    }

    String where() {
        return kept + " and " + conditions;
    }

    /// Whether words are frequent among the first rows of an order. What is unknown of long texts
    /// does not count: this says which way is shorter, not what is there.
    String areFrequent(Order<?> order) {
        return """
               select count(*) filter (where folded_short like all (:patterns)) * %d > count(*)
               from (select folded_short from %s where %s order by %s limit %d) as sample
               """
                .formatted(FREQUENT, view, kept, order.by(), SAMPLE);
    }
}
