package io.sillok.schemas.identity;

import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.identity.UserEvent.Deactivated;
import io.sillok.schemas.identity.UserEvent.DetailsChanged;
import io.sillok.schemas.identity.UserEvent.Erased;
import io.sillok.schemas.identity.UserEvent.ExternalLinked;
import io.sillok.schemas.identity.UserEvent.PasswordChanged;
import io.sillok.schemas.identity.UserEvent.PasswordRehashed;
import io.sillok.schemas.identity.UserEvent.ProfileChanged;
import io.sillok.schemas.identity.UserEvent.Reactivated;
import io.sillok.schemas.identity.UserEvent.Registered;
import io.sillok.schemas.identity.UserEvent.RolesChanged;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A person's account as it is now: the fold of its events. Of an erased person nothing is left but
/// the id and the times.
///
/// @param identities at identity providers; empty when there is none
/// @param active whether they may do anything
/// @param passwordVersion the version at which the password was set last; 0 when there is none
/// @param erased the last that is known of them
public record User(
        UserId id,
        long version,
        @Personal Optional<String> email,
        @Personal Optional<String> username,
        @Personal Optional<String> fullName,
        @Personal Optional<CodingProfile> profile,
        @Personal Optional<List<ExternalIdentity>> identities,
        List<Role> roles,
        boolean active,
        long passwordVersion,
        boolean erased,
        Instant createdAt,
        Instant updatedAt)
        implements AboutPerson {

    public User {
        identities = identities.map(List::copyOf);
        roles = List.copyOf(roles);
    }

    @Override
    public UserId person() {
        return id;
    }

    /// Where others vouch for them; empty when nobody does.
    public List<ExternalIdentity> linked() {
        return identities.orElse(List.of());
    }

    /// The account after one more event. Pure; events at or below `before`'s version change
    /// nothing.
    ///
    /// @param before empty when `next` is its first event
    public static User evolve(Optional<User> before, EventEnvelope<UserEvent> next) {
        if (before.isPresent() && before.get().version() >= next.sequence()) {
            return before.get();
        }
        if (next.event() instanceof Registered registered) {
            return UserDraft.of(registered, next).user();
        }
        UserDraft draft = new UserDraft(before.orElseThrow(), next);
        return switch (next.event()) {
            case Registered _ -> draft.user();
            case ExternalLinked(_, var identity) -> draft.linked(identity).user();
            case DetailsChanged(_, var email, var username, var fullName) ->
                    draft.named(email, username, fullName).user();
            case ProfileChanged(_, var profile) -> draft.profiled(profile).user();
            case PasswordChanged _, PasswordRehashed _ -> draft.secured().user();
            case RolesChanged(_, var roles) -> draft.inRoles(roles).user();
            case Deactivated _ -> draft.active(false).user();
            case Reactivated _ -> draft.active(true).user();
            case Erased _ -> draft.erased().user();
        };
    }

    /// The identities with one more.
    List<ExternalIdentity> with(Optional<ExternalIdentity> another) {
        List<ExternalIdentity> all = new ArrayList<>(linked());
        another.filter(identity -> !all.contains(identity)).ifPresent(all::add);
        return all;
    }
}
