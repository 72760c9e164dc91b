package io.sillok.schemas.identity;

import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import java.util.List;
import java.util.Optional;

/// What happened to a person's account. Holds no password and no hash of one.
public sealed interface UserEvent extends AboutPerson {

    UserId user();

    @Override
    default UserId person() {
        return user();
    }

    default Subject subject() {
        return user().subject();
    }

    /// There is an account.
    ///
    /// @param password whether the account has one
    record Registered(
            UserId user,
            @Personal Optional<String> email,
            @Personal Optional<String> username,
            @Personal Optional<String> fullName,
            List<Role> roles,
            boolean password)
            implements UserEvent {

        public Registered {
            roles = List.copyOf(roles);
        }
    }

    record ExternalLinked(UserId user, @Personal Optional<ExternalIdentity> identity)
            implements UserEvent {}

    record DetailsChanged(
            UserId user,
            @Personal Optional<String> email,
            @Personal Optional<String> username,
            @Personal Optional<String> fullName)
            implements UserEvent {}

    record ProfileChanged(UserId user, @Personal Optional<CodingProfile> profile)
            implements UserEvent {}

    /// Nothing that was issued before counts any more.
    ///
    /// @param session that goes on all the same
    record PasswordChanged(UserId user, Optional<SessionId> session) implements UserEvent {}

    /// The password is the same, its hash another one.
    record PasswordRehashed(UserId user) implements UserEvent {}

    record RolesChanged(UserId user, List<Role> roles) implements UserEvent {

        public RolesChanged {
            roles = List.copyOf(roles);
        }
    }

    /// They may do nothing from now on.
    record Deactivated(UserId user) implements UserEvent {}

    record Reactivated(UserId user) implements UserEvent {}

    /// Nothing of the person is to be left. The last event of an account.
    record Erased(UserId user) implements UserEvent {}
}
