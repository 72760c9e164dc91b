package io.sillok.queryapi.bookings;

import static java.util.stream.Collectors.joining;

import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.http.Paging;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.http.Cursor;
import io.sillok.queryapi.http.Linked;
import io.sillok.queryapi.http.Parameters;
import io.sillok.schemas.bookings.BookingResource;
import io.sillok.schemas.bookings.BookingStatus;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.stream.Stream;

/// What is asked of the list of bookings.
///
/// @param cursor where to go on; then the offset of `paging` counts for nothing but the page number
record BookingListQuery(
        BookingFilter filter, BookingSort sort, Paging paging, Optional<BookingCursor> cursor) {

    private static final String STATUSES =
            Stream.of(BookingStatus.values()).map(BookingStatus::word).collect(joining(", "));

    /// Reads the query parameters.
    ///
    /// @throws ProblemException naming every parameter that is wrong
    static BookingListQuery of(Caller caller, MultivaluedMap<String, String> parameters) {
        Parameters query = new Parameters(parameters);
        var filter =
                new BookingFilter(
                        caller,
                        query.uuid("model_id"),
                        query.word("status", BookingListQuery::status, STATUSES),
                        query.time("from"),
                        query.time("to"));
        Optional<BookingSort> sort = query.word("sort", BookingSort::named, BookingSort.words());
        query.orThrow();
        Paging paging = Paging.of(parameters);
        return query.text(Linked.CURSOR)
                .map(text -> Cursor.read(text, BookingCursor.class))
                .map(cursor -> following(filter, sort, paging.size(), cursor))
                .orElseGet(
                        () ->
                                new BookingListQuery(
                                        filter,
                                        sort.orElse(BookingSort.LATEST),
                                        paging,
                                        Optional.empty()));
    }

    /// The cursor of the part that follows.
    String after(BookingResource last) {
        return Cursor.write(BookingCursor.after(last, sort, paging.offset() + paging.size()));
    }

    private static BookingListQuery following(
            BookingFilter filter, Optional<BookingSort> sort, int size, BookingCursor cursor) {
        if (sort.filter(other -> other != cursor.sort()).isPresent()) {
            throw Cursor.invalid();
        }
        return new BookingListQuery(
                filter, cursor.sort(), new Paging(cursor.offset(), size), Optional.of(cursor));
    }

    private static Optional<BookingStatus> status(String word) {
        return Stream.of(BookingStatus.values())
                .filter(status -> status.word().equals(word))
                .findAny();
    }
}
