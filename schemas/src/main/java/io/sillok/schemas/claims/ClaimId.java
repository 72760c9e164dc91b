package io.sillok.schemas.claims;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Subject;
import java.util.UUID;

/// The identity of the claim to one value: a UUIDv8 (RFC 9562) made of a keyed hash of the value,
/// so that the same value always meets the same claim and the claim does not tell the value.
public record ClaimId(UUID value) {

    /// The collection that claims are subjects of.
    public static final String COLLECTION = "claims";

    /// Reads an id from a field.
    ///
    /// @throws IllegalArgumentException when `text` is not a UUID
    @JsonCreator
    public static ClaimId parse(String text) {
        return new ClaimId(Ids.parse(text));
    }

    /// The claim as the subject of messages.
    public Subject subject() {
        return new Subject(COLLECTION, value);
    }

    /// Where it is decided who holds the claim.
    public BoundaryKey key() {
        return BoundaryKey.of(subject());
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
