package io.sillok.queryapi.bookings;

import io.sillok.platform.web.http.Paging;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.http.Cursor;
import io.sillok.queryapi.http.Linked;
import io.sillok.queryapi.http.Parameters;
import io.sillok.schemas.bookings.TalentResource;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;

/// What is asked of the list of talents.
///
/// @param cursor where to go on; then the offset of `paging` counts for nothing but the page number
record TalentListQuery(
        TalentFilter filter, TalentSort sort, Paging paging, Optional<TalentCursor> cursor) {

    private static final int LONGEST_SEARCH = 100;
    private static final String PRICE = "must be a whole number of won";

    /// Reads the query parameters.
    ///
    /// @throws ProblemException naming every parameter that is wrong
    static TalentListQuery of(MultivaluedMap<String, String> parameters) {
        Parameters query = new Parameters(parameters);
        var filter =
                new TalentFilter(
                        query.word("is_available", TalentListQuery::truth, "true, false"),
                        query.parsed("min_price", TalentListQuery::won, PRICE),
                        query.parsed("max_price", TalentListQuery::won, PRICE),
                        query.text("search", LONGEST_SEARCH));
        Optional<TalentSort> sort = query.word("sort", TalentSort::named, TalentSort.words());
        query.orThrow();
        Paging paging = Paging.of(parameters);
        return query.text(Linked.CURSOR)
                .map(text -> Cursor.read(text, TalentCursor.class))
                .map(cursor -> following(filter, sort, paging.size(), cursor))
                .orElseGet(
                        () ->
                                new TalentListQuery(
                                        filter,
                                        sort.orElse(TalentSort.NAME),
                                        paging,
                                        Optional.empty()));
    }

    /// The cursor of the part that follows.
    String after(TalentResource last) {
        return Cursor.write(TalentCursor.after(last, sort, paging.offset() + paging.size()));
    }

    private static TalentListQuery following(
            TalentFilter filter, Optional<TalentSort> sort, int size, TalentCursor cursor) {
        if (sort.filter(other -> other != cursor.sort()).isPresent()) {
            throw Cursor.invalid();
        }
        return new TalentListQuery(
                filter, cursor.sort(), new Paging(cursor.offset(), size), Optional.of(cursor));
    }

    private static Optional<Boolean> truth(String word) {
        return switch (word) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static long won(String text) {
        if (!text.matches("[0-9]{1,15}")) {
            throw new IllegalArgumentException(PRICE);
        }
        return Long.parseLong(text);
    }
}
