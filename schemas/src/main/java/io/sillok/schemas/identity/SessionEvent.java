package io.sillok.schemas.identity;

import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.UserId;
import java.time.Instant;

/// What happened to sessions. Holds no token and no digest of one.
public sealed interface SessionEvent {

    UserId holder();

    Subject subject();

    /// All sessions of a person, as the subject of what concerns all of them.
    static Subject book(UserId holder) {
        return new Subject("session-books", holder.value());
    }

    /// It goes on while it is refreshed.
    ///
    /// @param holderVersion as it was asked for
    /// @param expiresAt when it ends by itself unless it is refreshed
    record Opened(SessionId session, UserId holder, long holderVersion, Instant expiresAt)
            implements SessionEvent {

        @Override
        public Subject subject() {
            return session.subject();
        }
    }

    /// The refresh token was exchanged.
    record Refreshed(SessionId session, UserId holder, Instant expiresAt) implements SessionEvent {

        @Override
        public Subject subject() {
            return session.subject();
        }
    }

    /// A refresh token was presented that had been exchanged before. The end follows.
    record ReuseDetected(SessionId session, UserId holder) implements SessionEvent {

        @Override
        public Subject subject() {
            return session.subject();
        }
    }

    record Ended(SessionId session, UserId holder, EndReason reason) implements SessionEvent {

        @Override
        public Subject subject() {
            return session.subject();
        }
    }

    /// None begins that was checked against an older version of the account.
    ///
    /// @param barred none begins at all
    record Restricted(UserId holder, long holderVersion, boolean barred) implements SessionEvent {

        @Override
        public Subject subject() {
            return book(holder);
        }
    }
}
