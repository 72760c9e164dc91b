package io.sillok.queryapi.catalog;

import io.sillok.platform.web.http.Paging;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.http.Cursor;
import io.sillok.queryapi.http.Linked;
import io.sillok.queryapi.http.Parameters;
import io.sillok.schemas.catalog.ItemResource;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;

/// What is asked of the list of items.
///
/// @param cursor where to go on; then the offset of `paging` counts for nothing but the page number
record ItemListQuery(ItemFilter filter, ItemSort sort, Paging paging, Optional<ListCursor> cursor) {

    /// Reads the query parameters.
    ///
    /// @throws ProblemException naming every parameter that is wrong
    static ItemListQuery of(MultivaluedMap<String, String> parameters) {
        Parameters query = new Parameters(parameters);
        ItemFilter filter = ItemFilter.of(query);
        Optional<ItemSort> sort = query.word("sort", ItemSort::named, ItemSort.words());
        query.orThrow();
        Paging paging = Paging.of(parameters);
        return query.text(Linked.CURSOR)
                .map(text -> Cursor.read(text, ListCursor.class))
                .map(cursor -> following(filter, sort, paging.size(), cursor))
                .orElseGet(
                        () ->
                                new ItemListQuery(
                                        filter,
                                        sort.orElse(ItemSort.NEWEST),
                                        paging,
                                        Optional.empty()));
    }

    /// The cursor of the part that follows.
    String after(ItemResource last, long total) {
        return Cursor.write(
                new ListCursor(
                        sort.word(),
                        sort.keyOf(last),
                        last.id().value(),
                        paging.offset() + paging.size(),
                        total));
    }

    private static ItemListQuery following(
            ItemFilter filter, Optional<ItemSort> asked, int size, ListCursor cursor) {
        ItemSort sort = ItemSort.named(cursor.sort()).orElseThrow(Cursor::invalid);
        if (asked.filter(other -> other != sort).isPresent()) {
            throw Cursor.invalid();
        }
        check(sort, cursor);
        return new ItemListQuery(
                filter, sort, new Paging(cursor.offset(), size), Optional.of(cursor));
    }

    private static void check(ItemSort sort, ListCursor cursor) {
        try {
            var _ = sort.read(cursor.key());
        } catch (RuntimeException e) {
            throw Cursor.invalid().because(e);
        }
    }
}
