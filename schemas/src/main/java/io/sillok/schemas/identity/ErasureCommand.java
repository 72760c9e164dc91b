package io.sillok.schemas.identity;

import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.UserId;

/// What the eraser says of the erasure of a person, and what it is told.
public sealed interface ErasureCommand {

    UserId user();

    /// Where it is decided.
    default BoundaryKey key() {
        return BoundaryKey.of(subject());
    }

    default Subject subject() {
        return ErasureEvent.subject(user());
    }

    /// Nothing is left.
    record Conclude(UserId user, ErasureReport report) implements ErasureCommand {}

    /// It does not go on for now.
    ///
    /// @param reason kebab-case
    record Suspend(UserId user, String reason) implements ErasureCommand {}

    /// What was suspended is to go on.
    record Resume(UserId user) implements ErasureCommand {}
}
