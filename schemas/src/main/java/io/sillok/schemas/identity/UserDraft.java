package io.sillok.schemas.identity;

import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.identity.UserEvent.Registered;
import java.util.List;
import java.util.Optional;

/// An account in the middle of an event: each step answers another draft.
///
/// @param user as far as it is known by now; its version and time are those of the event
record UserDraft(User user) {

    UserDraft(User before, EventEnvelope<?> by) {
        this(
                new User(
                        before.id(),
                        by.sequence(),
                        before.email(),
                        before.username(),
                        before.fullName(),
                        before.profile(),
                        before.identities(),
                        before.roles(),
                        before.active(),
                        before.passwordVersion(),
                        before.erased(),
                        before.createdAt(),
                        by.time()));
    }

    static UserDraft of(Registered event, EventEnvelope<?> by) {
        return new UserDraft(
                new User(
                        event.user(),
                        by.sequence(),
                        event.email(),
                        event.username(),
                        event.fullName(),
                        Optional.empty(),
                        Optional.empty(),
                        event.roles(),
                        true,
                        event.password() ? by.sequence() : 0,
                        false,
                        by.time(),
                        by.time()));
    }

    UserDraft named(Optional<String> email, Optional<String> username, Optional<String> fullName) {
        return personal(email, username, fullName, user.profile(), user.identities());
    }

    UserDraft profiled(Optional<CodingProfile> profile) {
        return personal(user.email(), user.username(), user.fullName(), profile, user.identities());
    }

    UserDraft linked(Optional<ExternalIdentity> identity) {
        List<ExternalIdentity> all = user.with(identity);
        return personal(
                user.email(),
                user.username(),
                user.fullName(),
                user.profile(),
                all.isEmpty() ? Optional.empty() : Optional.of(all));
    }

    UserDraft secured() {
        return access(user.roles(), user.active(), user.version(), user.erased());
    }

    UserDraft inRoles(List<Role> roles) {
        return access(roles, user.active(), user.passwordVersion(), user.erased());
    }

    UserDraft active(boolean active) {
        return access(user.roles(), active, user.passwordVersion(), user.erased());
    }

    UserDraft erased() {
        return personal(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                .access(List.of(), false, 0, true);
    }

    private UserDraft personal(
            Optional<String> email,
            Optional<String> username,
            Optional<String> fullName,
            Optional<CodingProfile> profile,
            Optional<List<ExternalIdentity>> identities) {
        return new UserDraft(
                new User(
                        user.id(),
                        user.version(),
                        email,
                        username,
                        fullName,
                        profile,
                        identities,
                        user.roles(),
                        user.active(),
                        user.passwordVersion(),
                        user.erased(),
                        user.createdAt(),
                        user.updatedAt()));
    }

    private UserDraft access(
            List<Role> roles, boolean active, long passwordVersion, boolean erased) {
        return new UserDraft(
                new User(
                        user.id(),
                        user.version(),
                        user.email(),
                        user.username(),
                        user.fullName(),
                        user.profile(),
                        user.identities(),
                        roles,
                        active,
                        passwordVersion,
                        erased,
                        user.createdAt(),
                        user.updatedAt()));
    }
}
