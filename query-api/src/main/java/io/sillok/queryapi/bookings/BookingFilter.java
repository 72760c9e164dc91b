package io.sillok.queryapi.bookings;

import io.sillok.platform.web.access.Caller;
import io.sillok.schemas.bookings.BookingStatus;
import io.sillok.schemas.envelope.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

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

    boolean seesAll() {
        return caller.isAtLeast(Role.ADMIN);
    }
}
