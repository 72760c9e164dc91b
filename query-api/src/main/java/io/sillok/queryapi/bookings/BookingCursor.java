package io.sillok.queryapi.bookings;

import static java.util.Objects.requireNonNull;

import io.sillok.schemas.bookings.BookingResource;
import java.time.Instant;
import java.util.UUID;

/// A place in a sorted list of bookings: right after one of them.
///
/// @param key of the booking before, as the order compares it
/// @param offset how many items came before
record BookingCursor(BookingSort sort, Instant key, UUID id, long offset) {

    BookingCursor {
        requireNonNull(sort);
        requireNonNull(key);
        requireNonNull(id);
        if (offset < 0) {
            throw new IllegalArgumentException("an offset is not negative");
        }
    }

    static BookingCursor after(BookingResource last, BookingSort sort, long offset) {
        return new BookingCursor(sort, sort.keyOf(last), last.id().value(), offset);
    }
}
