package io.sillok.queryapi.bookings;

import static java.util.stream.Collectors.joining;

import io.sillok.platform.web.access.Caller;
import io.sillok.queryapi.http.Parameters;
import io.sillok.schemas.bookings.BookingStatus;
import io.sillok.schemas.envelope.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Which bookings a list shows, of those that the caller may see: their own, all for
/// administrators.
///
/// @param talent empty for all
/// @param from shows what ends after it
/// @param to shows what starts before it
record BookingFilter(
        Caller caller,
        Optional<UUID> talent,
        Optional<BookingStatus> status,
        Optional<Instant> from,
        Optional<Instant> to) {

    private static final String STATUSES =
            Stream.of(BookingStatus.values()).map(BookingStatus::word).collect(joining(", "));

    /// Reads the query parameters; what is wrong with them is noted in `query`.
    static BookingFilter of(Caller caller, Parameters query) {
        return new BookingFilter(
                caller,
                query.uuid("model_id"),
                query.word("status", BookingFilter::status, STATUSES),
                query.time("from"),
                query.time("to"));
    }

    boolean seesAll() {
        return caller.isAtLeast(Role.ADMIN);
    }

    private static Optional<BookingStatus> status(String word) {
        return Stream.of(BookingStatus.values())
                .filter(status -> status.word().equals(word))
                .findAny();
    }
}
