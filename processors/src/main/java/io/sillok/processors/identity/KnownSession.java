package io.sillok.processors.identity;

import io.sillok.schemas.identity.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A session and which refresh tokens it had.
///
/// @param digest of the token that counts; empty until it was kept and once the session is over
/// @param used the beginnings of the digests of those that were exchanged, the newest last: enough
///   to tell them, since nobody finds another token that begins alike
record KnownSession(Session session, Optional<String> digest, List<String> used) {

    private static final int BEGINNING = 12;

    /// As many as a busy client exchanges in four days.
    private static final int MOST_USED = 400;

    KnownSession {
        used = List.copyOf(used);
    }

    /// The session after an event; one that is over needs no tokens.
    KnownSession with(Session next) {
        return next.isOpen()
                ? new KnownSession(next, digest, used)
                : new KnownSession(next, Optional.empty(), List.of());
    }

    /// With the token that counts from now on.
    KnownSession with(String next) {
        List<String> all = new ArrayList<>(used);
        digest.map(KnownSession::beginning).ifPresent(all::add);
        int tooMany = Math.max(0, all.size() - MOST_USED);
        return new KnownSession(session, Optional.of(next), all.subList(tooMany, all.size()));
    }

    boolean counts(String presented) {
        return digest.filter(presented::equals).isPresent();
    }

    boolean wasUsed(String presented) {
        return used.contains(beginning(presented));
    }

    private static String beginning(String digest) {
        return digest.substring(0, BEGINNING);
    }
}
