package io.sillok.schemas.identity;

import io.sillok.schemas.envelope.Subject;
import java.time.Instant;

/// What happened to a name that somebody signs in with.
public sealed interface LoginEvent {

    LoginId login();

    default Subject subject() {
        return login().subject();
    }

    /// The password was wrong, or nobody has the name.
    record Failed(LoginId login) implements LoginEvent {}

    /// It had failed too often: nobody signs in with the name for a while.
    record Locked(LoginId login, Instant until) implements LoginEvent {}

    /// The first success after failures.
    record Succeeded(LoginId login) implements LoginEvent {}
}
