package io.sillok.processors.identity;

import io.sillok.schemas.identity.User;
import java.util.Optional;

/// An account as its decider remembers it.
///
/// @param user empty before there was one
record UserState(Optional<User> user) {

    static final UserState NONE = new UserState(Optional.empty());

    /// The account, unless the person was erased.
    Optional<User> known() {
        return user.filter(found -> !found.erased());
    }
}
