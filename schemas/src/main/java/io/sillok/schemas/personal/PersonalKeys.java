package io.sillok.schemas.personal;

/// The keys that a service works with.
///
/// @param transport for commands, on their way from an API to the deciders
/// @param persons for everything that stays: events, settlements, state, work
public record PersonalKeys(PersonKeys transport, PersonKeys persons) {

    /// For contexts without personal data.
    public static final PersonalKeys NONE = new PersonalKeys(PersonKeys.NONE, PersonKeys.NONE);
}
