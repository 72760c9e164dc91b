package io.sillok.schemas.bookings;

import io.sillok.schemas.envelope.Versioned;
import io.sillok.schemas.money.Money;
import java.time.Instant;
import java.util.Optional;

/// A booking as both APIs answer it.
///
/// @param version also its ETag
/// @param modelId the talent
/// @param booker id of whose booking it is
/// @param start the first moment
/// @param end the moment from which the talent is free again
/// @param price of the whole, fixed when it was booked or last moved
/// @param cancelReason why it does not take place
public record BookingResource(
        BookingId id,
        long version,
        TalentId modelId,
        String booker,
        Instant start,
        Instant end,
        Money pricePerHour,
        Money price,
        BookingStatus status,
        Optional<CancelReason> cancelReason,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    public static BookingResource of(Booking booking) {
        return new BookingResource(
                booking.id(),
                booking.version(),
                booking.id().talent(),
                booking.booker(),
                booking.period().start(),
                booking.period().end(),
                booking.pricePerHour(),
                booking.price(),
                booking.status(),
                booking.cancelled(),
                booking.createdAt(),
                booking.updatedAt());
    }
}
