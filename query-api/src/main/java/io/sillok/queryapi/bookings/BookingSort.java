package io.sillok.queryapi.bookings;

import static java.util.stream.Collectors.joining;

import io.sillok.schemas.bookings.BookingResource;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// The orders a list of bookings can have. Each ends with the id, so that none is ambiguous.
enum BookingSort {
    EARLIEST("start"),
    LATEST("-start"),
    OLDEST("created_at"),
    NEWEST("-created_at");

    private final String word;

    BookingSort(String word) {
        this.word = word;
    }

    /// The order that this word of the API names.
    static Optional<BookingSort> named(String word) {
        return Stream.of(values()).filter(sort -> sort.word.equals(word)).findAny();
    }

    /// All words there are.
    static String words() {
        return Stream.of(values()).map(sort -> sort.word).collect(joining(", "));
    }

    /// What the order compares before the id.
    Instant keyOf(BookingResource booking) {
        return switch (this) {
            case EARLIEST, LATEST -> booking.start();
            case OLDEST, NEWEST -> booking.createdAt();
        };
    }
}
