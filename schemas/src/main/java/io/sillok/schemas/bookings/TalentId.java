package io.sillok.schemas.bookings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.UserId;
import java.util.Optional;
import java.util.UUID;

/// The identity of a talent: a UUID of version 8 (RFC 9562) whose second half is always the same.
/// The first half is shared by the ids of the talent's bookings, so that a booking's id alone tells
/// where it is decided.
public record TalentId(UUID value) {

    /// The variant of RFC 9562 and nothing else.
    private static final long SECOND_HALF = 0x8000000000000000L;

    private static final int VERSION = 8;
    private static final long WITHOUT_VERSION = 0xFFFFFFFFFFFF0FFFL;
    private static final long VERSION_BITS = 0x8000L;

    public TalentId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not the id of a talent: " + value);
        }
    }

    /// Reads an id from a path or a field.
    ///
    /// @throws IllegalArgumentException when `text` is not the id of a talent
    @JsonCreator
    public static TalentId parse(String text) {
        return new TalentId(Ids.parse(text));
    }

    /// The talent that a UUID names; empty when it can be none's id.
    public static Optional<TalentId> find(UUID id) {
        return isOne(id) ? Optional.of(new TalentId(id)) : Optional.empty();
    }

    /// The id of a new talent: the same for the same seed, with 60 bits of it.
    public static TalentId of(UUID seed) {
        return sharing(Ids.named("talent " + seed).getMostSignificantBits());
    }

    /// The talent whose id has this first half, whatever its version says.
    static TalentId sharing(long firstHalf) {
        return new TalentId(new UUID((firstHalf & WITHOUT_VERSION) | VERSION_BITS, SECOND_HALF));
    }

    /// The talent as the subject of messages.
    public Subject subject() {
        return new Subject("models", value);
    }

    /// Where the talent and all its bookings are decided.
    public BoundaryKey key() {
        return BoundaryKey.of(subject());
    }

    /// The talent as the person whose data is encrypted.
    public UserId person() {
        return new UserId(value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }

    private static boolean isOne(UUID id) {
        return id.version() == VERSION && id.getLeastSignificantBits() == SECOND_HALF;
    }
}
