package io.sillok.schemas.bookings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Subject;
import java.util.Optional;
import java.util.UUID;

/// The identity of a booking: a UUID of version 8 (RFC 9562) that begins with the first half of its
/// talent's id, so that it alone tells where the booking is decided. The second half is its own.
public record BookingId(UUID value) {

    private static final int VERSION = 8;
    private static final int VARIANT = 2;

    public BookingId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not the id of a booking: " + value);
        }
    }

    /// Reads an id from a path or a field.
    ///
    /// @throws IllegalArgumentException when `text` is not the id of a booking
    @JsonCreator
    public static BookingId parse(String text) {
        return new BookingId(Ids.parse(text));
    }

    /// The booking that a UUID names; empty when it can be none's id.
    public static Optional<BookingId> find(UUID id) {
        return isOne(id) ? Optional.of(new BookingId(id)) : Optional.empty();
    }

    /// The id of a new booking: the same for the same talent and seed, with 62 bits of it.
    public static BookingId of(TalentId talent, UUID seed) {
        long own = Ids.named("booking " + seed).getLeastSignificantBits();
        return new BookingId(new UUID(talent.value().getMostSignificantBits(), own));
    }

    /// Whose booking it is.
    public TalentId talent() {
        return TalentId.sharing(value.getMostSignificantBits());
    }

    /// The booking as the subject of messages. It is decided under the key of its talent.
    public Subject subject() {
        return new Subject("bookings", value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }

    private static boolean isOne(UUID id) {
        return id.version() == VERSION && id.variant() == VARIANT;
    }
}
