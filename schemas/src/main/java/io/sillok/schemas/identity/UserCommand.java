package io.sillok.schemas.identity;

import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import java.util.List;
import java.util.Optional;

/// What can be asked of a person's account. Passwords travel as hashes in PHC form, never as they
/// were typed.
public sealed interface UserCommand extends AboutPerson {

    UserId user();

    @Override
    default UserId person() {
        return user();
    }

    /// Where it is decided.
    default BoundaryKey key() {
        return BoundaryKey.of(subject());
    }

    default Subject subject() {
        return user().subject();
    }

    /// Open an account with a password. E-mail address and user name must be free. Sent for
    /// anybody.
    record Register(
            UserId user,
            @Personal Optional<String> email,
            @Personal Optional<String> username,
            @Personal Optional<String> fullName,
            @Personal Optional<String> passwordHash)
            implements UserCommand {}

    /// Open an account for somebody whom an identity provider has shown to be who they are.
    ///
    /// @param email only when the provider verified it
    record RegisterExternal(
            UserId user,
            @Personal Optional<String> email,
            @Personal Optional<String> username,
            @Personal Optional<String> fullName,
            @Personal Optional<ExternalIdentity> identity)
            implements UserCommand {}

    /// Let an identity provider vouch for the holder from now on. Sent for the holder.
    record LinkExternal(UserId user, @Personal Optional<ExternalIdentity> identity)
            implements UserCommand {}

    /// Say who one is: all of it, as it shall be. Sent for the holder.
    record ChangeDetails(
            UserId user,
            @Personal Optional<String> email,
            @Personal Optional<String> username,
            @Personal Optional<String> fullName)
            implements UserCommand {}

    /// Say how the coding assistant shall answer. Sent for the holder.
    record ChangeProfile(UserId user, @Personal Optional<CodingProfile> profile)
            implements UserCommand {}

    /// Set another password, or a first one. Sent for the holder, after the API has seen the old
    /// one.
    ///
    /// @param session the holder's own, which goes on; all others end
    record ChangePassword(
            UserId user, @Personal Optional<String> passwordHash, Optional<SessionId> session)
            implements UserCommand {}

    /// Keep the same password under another cost. Sent when somebody signed in with it.
    ///
    /// @param passwordVersion of the hash that this one replaces
    record Rehash(UserId user, @Personal Optional<String> passwordHash, long passwordVersion)
            implements UserCommand {}

    /// Give or take roles, let somebody do anything or nothing. What is absent stays. Sent for
    /// administrators, about others.
    record Administer(UserId user, Optional<List<Role>> roles, Optional<Boolean> active)
            implements UserCommand {

        public Administer {
            roles = roles.map(given -> given.stream().distinct().sorted().toList());
        }
    }

    /// Forget the person. Sent for the holder or an administrator.
    record Erase(UserId user) implements UserCommand {}
}
