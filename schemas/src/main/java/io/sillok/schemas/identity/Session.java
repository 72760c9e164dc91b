package io.sillok.schemas.identity;

import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.identity.SessionEvent.Ended;
import io.sillok.schemas.identity.SessionEvent.Opened;
import io.sillok.schemas.identity.SessionEvent.Refreshed;
import io.sillok.schemas.identity.SessionEvent.Restricted;
import io.sillok.schemas.identity.SessionEvent.ReuseDetected;
import io.sillok.schemas.personal.UserId;
import java.time.Instant;
import java.util.Optional;

/// A session as it is now: the fold of its events.
///
/// @param endReason present once it is over
/// @param refreshedAt when its newest refresh token was issued
/// @param expiresAt when it ends by itself unless it is refreshed
public record Session(
        SessionId id,
        long version,
        UserId holder,
        SessionStatus status,
        Optional<EndReason> endReason,
        Instant openedAt,
        Instant refreshedAt,
        Instant expiresAt) {

    /// The session after one more event of its own. Pure; events at or below `before`'s version
    /// change nothing.
    ///
    /// @param before empty when `next` is its first event
    /// @throws IllegalArgumentException when `next` is about all sessions of a person
    public static Session evolve(Optional<Session> before, EventEnvelope<SessionEvent> next) {
        if (before.isPresent() && before.get().version() >= next.sequence()) {
            return before.get();
        }
        return switch (next.event()) {
            case Opened(var session, var holder, _, var expiresAt) ->
                    new Session(
                            session,
                            next.sequence(),
                            holder,
                            SessionStatus.OPEN,
                            Optional.empty(),
                            next.time(),
                            next.time(),
                            expiresAt);
            case Refreshed(_, _, var expiresAt) -> {
                Session session = before.orElseThrow();
                yield session.after(
                        next, session.status(), session.endReason(), next.time(), expiresAt);
            }
            case ReuseDetected _ -> {
                Session session = before.orElseThrow();
                yield session.after(
                        next,
                        session.status(),
                        session.endReason(),
                        session.refreshedAt(),
                        session.expiresAt());
            }
            case Ended(_, _, var reason) -> {
                Session session = before.orElseThrow();
                yield session.after(
                        next,
                        SessionStatus.ENDED,
                        Optional.of(reason),
                        session.refreshedAt(),
                        session.expiresAt());
            }
            case Restricted _ -> throw new IllegalArgumentException("not about one session");
        };
    }

    public boolean isOpen() {
        return status == SessionStatus.OPEN;
    }

    private Session after(
            EventEnvelope<?> by,
            SessionStatus now,
            Optional<EndReason> why,
            Instant refreshed,
            Instant expires) {
        return new Session(id, by.sequence(), holder, now, why, openedAt, refreshed, expires);
    }
}
