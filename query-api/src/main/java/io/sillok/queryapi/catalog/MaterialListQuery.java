package io.sillok.queryapi.catalog;

import static java.util.stream.Collectors.joining;

import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.http.Paging;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.http.Cursor;
import io.sillok.queryapi.http.Linked;
import io.sillok.queryapi.http.Parameters;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.catalog.MaterialResource;
import io.sillok.schemas.catalog.MaterialStatus;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.stream.Stream;

/// What is asked of the list of materials.
///
/// @param cursor where to go on; then the offset of `paging` counts for nothing but the page number
record MaterialListQuery(
        MaterialFilter filter, MaterialSort sort, Paging paging, Optional<MaterialCursor> cursor) {

    private static final int LONGEST_SEARCH = 200;
    private static final String STATUSES =
            Stream.of(MaterialStatus.values()).map(MaterialStatus::word).collect(joining(", "));

    /// Reads the query parameters.
    ///
    /// @throws ProblemException naming every parameter that is wrong
    static MaterialListQuery of(Caller caller, MultivaluedMap<String, String> parameters) {
        Parameters query = new Parameters(parameters);
        var filter =
                new MaterialFilter(
                        caller,
                        query.uuid("category_id").map(CategoryId::new),
                        query.word("status", MaterialListQuery::status, STATUSES),
                        query.text("search", LONGEST_SEARCH));
        Optional<MaterialSort> sort = query.word("sort", MaterialSort::named, MaterialSort.words());
        query.orThrow();
        Paging paging = Paging.of(parameters);
        return query.text(Linked.CURSOR)
                .map(text -> Cursor.read(text, MaterialCursor.class))
                .map(cursor -> following(filter, sort, paging.size(), cursor))
                .orElseGet(
                        () ->
                                new MaterialListQuery(
                                        filter,
                                        sort.orElse(MaterialSort.NEWEST),
                                        paging,
                                        Optional.empty()));
    }

    /// The cursor of the part that follows.
    String after(MaterialResource last) {
        return Cursor.write(MaterialCursor.after(last, sort, paging.offset() + paging.size()));
    }

    private static MaterialListQuery following(
            MaterialFilter filter, Optional<MaterialSort> sort, int size, MaterialCursor cursor) {
        if (sort.filter(other -> other != cursor.sort()).isPresent()) {
            throw Cursor.invalid();
        }
        return new MaterialListQuery(
                filter, cursor.sort(), new Paging(cursor.offset(), size), Optional.of(cursor));
    }

    private static Optional<MaterialStatus> status(String word) {
        return Stream.of(MaterialStatus.values())
                .filter(status -> status.word().equals(word))
                .findAny();
    }
}
