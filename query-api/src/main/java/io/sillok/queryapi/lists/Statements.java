package io.sillok.queryapi.lists;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;

/// The statements by which a list is read in one order.
///
/// @param count how many rows there are, if they are not more than `:most`
/// @param first a part at an offset
/// @param next the part after a place
record Statements(String count, String first, String next) {

    private static final String PART = " limit :size";
    private static final String PART_AT = " limit :size offset :offset";

    /// By the index of the order, until a part is full. Rows are counted in that order too: without
    /// one the table itself would look like the cheapest place to count.
    ///
    /// @param select with a `where`, to which more conditions can be added
    static Statements walking(String select, Order<?> order) {
        String ordered = " order by " + order.by();
        return new Statements(
                "select count(*) from (" + select + ordered + " limit :most) as counted",
                select + ordered + PART_AT,
                select + and(order) + ordered + PART);
    }

    /// By the index of the order, looking for words in what the index holds: rows are read only for
    /// texts that have no room in it, and for the part that was found.
    static Statements walkingForWords(Searched<?> searched, Order<?> order) {
        String walked =
                " from %1$s where %2$s and %3$s"
                        .formatted(searched.view(), searched.where(), hasWords(searched));
        String ordered = " order by " + order.by();
        return new Statements(
                "select count(*) from (select 1" + walked + ordered + " limit :most) as counted",
                ofThese(searched, order, "select id" + walked + ordered + PART_AT),
                ofThese(searched, order, "select id" + walked + and(order) + ordered + PART));
    }

    /// By picking all that match and putting them in order: right where they are few.
    static Statements picking(Searched<?> searched, Order<?> order) {
        return picking(searched, searched.where(), order);
    }

    /// By picking all that have some words from the index of pieces of words.
    static Statements pickingByWords(Searched<?> searched, Order<?> order) {
        return picking(
                searched,
                searched.where()
                        + " and search_pieces(folded) @> :pieces and folded like all (:patterns)",
                order);
    }

    private static Statements picking(Searched<?> searched, String conditions, Order<?> order) {
        String from = " from %s where %s".formatted(searched.view(), conditions);
        String columns =
                Stream.concat(order.columns().stream().map(Column::name), Stream.of("id"))
                        .collect(joining(", "));
        String picked =
                "with picked as materialized (select %s%s) select id from picked"
                        .formatted(columns, from);
        String ordered = " order by " + order.by();
        return new Statements(
                "select count(*) from (select 1" + from + " limit :most) as counted",
                ofThese(searched, order, picked + ordered + PART_AT),
                ofThese(searched, order, picked + " where " + order.isAfter() + ordered + PART));
    }

    private static String ofThese(Searched<?> searched, Order<?> order, String ids) {
        return "select %s from %s where id = any (array(%s)) order by %s"
                .formatted(searched.columns(), searched.view(), ids, order.by());
    }

    private static String hasWords(Searched<?> searched) {
        return """
               coalesce(folded_short like all (:patterns),
                        (select whole.folded like all (:patterns)
                           from %1$s as whole where whole.id = %1$s.id))"""
                .formatted(searched.view());
    }

    private static String and(Order<?> order) {
        return " and " + order.isAfter();
    }
}
