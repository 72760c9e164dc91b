package io.sillok.schemas.identity;

import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.UserId;
import java.util.Optional;

/// What can be asked of sessions. All sessions of one person are decided together, so that they can
/// end together. Of refresh tokens only digests travel, SHA-256 in hexadecimal digits.
public sealed interface SessionCommand {

    UserId holder();

    /// What the command is about: a session, or all of the holder's.
    Subject subject();

    /// Where it is decided.
    default BoundaryKey key() {
        return new BoundaryKey("user-sessions/" + holder());
    }

    /// Begin a session: somebody has shown who they are. Sent for the holder.
    ///
    /// @param holderVersion the version of the account that this was checked against
    /// @param digest of the first refresh token
    record Open(SessionId session, UserId holder, long holderVersion, String digest)
            implements SessionCommand {

        @Override
        public Subject subject() {
            return session.subject();
        }
    }

    /// Exchange the refresh token for the next one. Whoever has it may.
    ///
    /// @param presented digest of the one that was sent in
    /// @param next digest of the one that replaces it
    record Refresh(SessionId session, UserId holder, String presented, String next)
            implements SessionCommand {

        @Override
        public Subject subject() {
            return session.subject();
        }
    }

    /// End a session. Sent for the holder or an administrator.
    record End(SessionId session, UserId holder) implements SessionCommand {

        @Override
        public Subject subject() {
            return session.subject();
        }
    }

    /// End all sessions but one, and let none begin that was checked against an older version of
    /// the account. Sent by the platform, because of what happened to the account.
    ///
    /// @param barred whether none may begin at all
    record Restrict(
            UserId holder,
            long holderVersion,
            boolean barred,
            EndReason reason,
            Optional<SessionId> except)
            implements SessionCommand {

        @Override
        public Subject subject() {
            return SessionEvent.book(holder);
        }
    }
}
