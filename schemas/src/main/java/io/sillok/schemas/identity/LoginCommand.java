package io.sillok.schemas.identity;

import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Subject;

/// What can be asked of a name that somebody signs in with.
public sealed interface LoginCommand {

    LoginId login();

    /// Where it is decided.
    default BoundaryKey key() {
        return BoundaryKey.of(subject());
    }

    default Subject subject() {
        return login().subject();
    }

    /// Count an attempt to sign in. Sent by the API for whoever tries, with what came of comparing
    /// the password; only if it is accepted does a success count.
    record Attempt(LoginId login, boolean succeeded) implements LoginCommand {}
}
