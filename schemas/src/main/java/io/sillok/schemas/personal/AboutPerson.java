package io.sillok.schemas.personal;

import io.sillok.schemas.identity.UserId;

/// A message that holds data of a person in components marked [Personal].
public interface AboutPerson {

    /// Whose data it is.
    UserId person();
}
