package io.sillok.schemas.identity;

import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.envelope.Versioned;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A person's account as both APIs answer it, to its holder and to administrators.
///
/// @param version also its ETag
/// @param providers the issuers that vouch for them
/// @param hasPassword whether they can sign in with one
public record UserResource(
        UserId id,
        long version,
        @Personal Optional<String> email,
        @Personal Optional<String> username,
        @Personal Optional<String> fullName,
        @Personal Optional<CodingProfile> profile,
        @Personal Optional<List<String>> providers,
        List<Role> roles,
        boolean active,
        boolean hasPassword,
        Instant createdAt,
        Instant updatedAt)
        implements AboutPerson, Versioned {

    public UserResource {
        roles = List.copyOf(roles);
    }

    @Override
    public UserId person() {
        return id;
    }

    public static UserResource of(User user) {
        return new UserResource(
                user.id(),
                user.version(),
                user.email(),
                user.username(),
                user.fullName(),
                user.profile(),
                user.identities().map(UserResource::issuers),
                user.roles(),
                user.active(),
                user.passwordVersion() > 0,
                user.createdAt(),
                user.updatedAt());
    }

    private static List<String> issuers(List<ExternalIdentity> identities) {
        return identities.stream().map(ExternalIdentity::issuer).toList();
    }
}
