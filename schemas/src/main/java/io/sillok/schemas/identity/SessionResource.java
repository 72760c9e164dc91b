package io.sillok.schemas.identity;

import io.sillok.schemas.personal.UserId;
import java.time.Instant;
import java.util.Optional;

/// A session as the settlements of its commands tell it.
///
/// @param status ended, too, after a refresh that presented a used token: that is recorded, so it
///   is accepted, and whoever asked gets nothing
public record SessionResource(
        SessionId id,
        long version,
        UserId holder,
        SessionStatus status,
        Optional<EndReason> endReason,
        Instant openedAt,
        Instant refreshedAt,
        Instant expiresAt) {

    public static SessionResource of(Session session) {
        return new SessionResource(
                session.id(),
                session.version(),
                session.holder(),
                session.status(),
                session.endReason(),
                session.openedAt(),
                session.refreshedAt(),
                session.expiresAt());
    }
}
