package io.sillok.schemas.golden;

import static io.sillok.schemas.golden.IdentityGiven.DIGEST;
import static io.sillok.schemas.golden.IdentityGiven.LATER;
import static io.sillok.schemas.golden.IdentityGiven.LOGIN;
import static io.sillok.schemas.golden.IdentityGiven.SESSION;
import static io.sillok.schemas.golden.IdentityGiven.USER;

import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.identity.Credential;
import io.sillok.schemas.identity.EndReason;
import io.sillok.schemas.identity.LoginCommand;
import io.sillok.schemas.identity.LoginEvent;
import io.sillok.schemas.identity.SessionCommand;
import io.sillok.schemas.identity.SessionEvent;
import io.sillok.schemas.identity.SessionId;
import io.sillok.schemas.wire.CommandCodec;
import java.util.List;
import java.util.Optional;

/// Commands, events and credentials of sessions and of signing in.
final class SessionSamples {

    private static final String NEXT = "f0e1d2c3".repeat(8);
    private static final BoundaryKey KEY = new BoundaryKey("user-sessions/" + USER);
    private static final Actor PLATFORM = Actor.system("when-account-changed-then-end-sessions");

    private SessionSamples() {}

    static List<Sample> all() {
        LoginCommand attempt = new LoginCommand.Attempt(LOGIN, false);
        return List.of(
                full(new SessionCommand.Open(SESSION, USER, 4, DIGEST)),
                full(new SessionCommand.Refresh(SESSION, USER, DIGEST, NEXT)),
                full(new SessionCommand.End(SESSION, USER)),
                restrict("full", Optional.of(SESSION)),
                restrict("all", Optional.empty()),
                Given.full("full", attempt.key(), attempt.subject(), attempt),
                event(new SessionEvent.Opened(SESSION, USER, 4, LATER)),
                event(new SessionEvent.Refreshed(SESSION, USER, LATER)),
                event(new SessionEvent.ReuseDetected(SESSION, USER)),
                event(new SessionEvent.Ended(SESSION, USER, EndReason.LOGGED_OUT)),
                event(new SessionEvent.Restricted(USER, 5, true)),
                login(new LoginEvent.Failed(LOGIN)),
                login(new LoginEvent.Locked(LOGIN, LATER)),
                login(new LoginEvent.Succeeded(LOGIN)),
                IdentityGiven.kept("full", new Credential.SessionDigest(SESSION, USER, DIGEST)));
    }

    private static Sample full(SessionCommand command) {
        return Given.full("full", command.key(), command.subject(), command);
    }

    private static Sample restrict(String name, Optional<SessionId> except) {
        SessionCommand command =
                new SessionCommand.Restrict(USER, 5, false, EndReason.PASSWORD_CHANGED, except);
        var envelope = Given.bare(command.key(), command.subject(), PLATFORM, command);
        return new Sample(name, envelope, CommandCodec.encode(envelope, "/processors"));
    }

    private static Sample event(SessionEvent event) {
        return Given.event("full", KEY, event.subject(), event);
    }

    private static Sample login(LoginEvent event) {
        return Given.event("full", BoundaryKey.of(event.subject()), event.subject(), event);
    }
}
