package io.sillok.processors.identity.projection;

import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.KeptEnvelope;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.identity.Credential;
import io.sillok.schemas.identity.UserEvent;
import io.sillok.schemas.personal.UserId;
import java.util.List;
import java.util.Optional;

/// What somebody signs in with, and what they may do then. It comes of two topics, whichever is
/// read first: events say who the person is and when the password was set, credentials say how it
/// hashes. A hash from before it was set last does not count, so there is no moment in which the
/// old password goes with the new version of the account.
///
/// @param user as its events made it; empty until one was read
/// @param passwordVersion of the hash, or of its end
/// @param passwordHash the one that counts; empty until it was read
record DirectoryEntry(
        UserId id, Optional<Account> user, long passwordVersion, Optional<String> passwordHash) {

    /// The part of an account that signing in takes.
    ///
    /// @param email as all its spellings have it in common; the user name as well
    /// @param identities issuer and subject, with a line break between
    /// @param passwordDue the version at which the password was set last; 0 when there is none
    record Account(
            long version,
            Optional<String> email,
            Optional<String> username,
            List<String> identities,
            List<Role> roles,
            boolean active,
            long passwordDue) {

        Account {
            identities = List.copyOf(identities);
            roles = List.copyOf(roles);
        }
    }

    long version() {
        return user.map(Account::version).orElse(0L);
    }

    /// The entry after an event of the account.
    static DirectoryEntry after(
            Optional<DirectoryEntry> before, UserId id, EventEnvelope<UserEvent> event) {
        DirectoryEntry entry = before.orElseGet(() -> nothing(id));
        if (entry.version() >= event.sequence()) {
            return entry;
        }
        Account account = AccountSteps.after(entry.user(), event);
        long ended = event.event() instanceof UserEvent.Erased ? event.sequence() : 0;
        return new DirectoryEntry(
                id,
                Optional.of(account),
                Math.max(entry.passwordVersion(), ended),
                entry.passwordHash().filter(_ -> entry.passwordVersion() >= account.passwordDue()));
    }

    /// The entry after what is kept of the account.
    static DirectoryEntry kept(
            Optional<DirectoryEntry> before, UserId id, KeptEnvelope<Object> kept) {
        DirectoryEntry entry = before.orElseGet(() -> nothing(id));
        if (entry.passwordVersion() >= kept.sequence()) {
            return entry;
        }
        long due = entry.user().map(Account::passwordDue).orElse(0L);
        return new DirectoryEntry(
                id, entry.user(), kept.sequence(), hash(kept).filter(_ -> kept.sequence() >= due));
    }

    private static Optional<String> hash(KeptEnvelope<Object> kept) {
        return kept.kept().map(Credential.Password.class::cast).flatMap(Credential.Password::hash);
    }

    private static DirectoryEntry nothing(UserId id) {
        return new DirectoryEntry(id, Optional.empty(), 0, Optional.empty());
    }
}
