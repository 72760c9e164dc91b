package io.sillok.schemas.identity;

import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.UserId;

/// What became of the erasure of a person. It began with [UserEvent.Erased].
public sealed interface ErasureEvent {

    UserId user();

    /// The erasure as the subject of messages; it has the id of the person.
    static Subject subject(UserId user) {
        return new Subject("erasures", user.value());
    }

    /// Nothing of the person is left.
    record Concluded(UserId user, ErasureReport report) implements ErasureEvent {}

    /// Nobody works on it until it is resumed.
    ///
    /// @param reason kebab-case
    record Suspended(UserId user, String reason) implements ErasureEvent {}

    /// After it was suspended it goes on, from the beginning.
    record Resumed(UserId user) implements ErasureEvent {}
}
