package io.sillok.schemas.envelope;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The key of a consistency boundary: everything with the same key is decided by one decider, one
/// command after the other. It is the record key of commands and events, so it never holds personal
/// data.
///
/// Often the subject itself (`materials/0190…`); a fixed word where one decider must see all of a
/// kind.
public record BoundaryKey(String value) {

    @JsonCreator
    public BoundaryKey {
        if (value.isBlank() || value.length() > 200) {
            throw new IllegalArgumentException("a boundary key has 1 to 200 characters");
        }
    }

    /// The boundary that holds this one subject and nothing else.
    public static BoundaryKey of(Subject subject) {
        return new BoundaryKey(subject.toString());
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
