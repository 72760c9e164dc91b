package io.sillok.schemas.personal;

/// A message that holds data of a person in components marked [Personal].
public interface AboutPerson {

    /// Whose data it is.
    UserId person();
}
