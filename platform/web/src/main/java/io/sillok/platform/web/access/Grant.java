package io.sillok.platform.web.access;

import io.sillok.schemas.envelope.Role;
import java.time.Duration;
import java.util.Set;

/// What a token says of its holder.
///
/// @param subject the holder's opaque id
/// @param validity from the moment of issue
public record Grant(String subject, Set<Role> roles, Set<String> scopes, Duration validity) {

    public Grant {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    /// Everything there is to be granted.
    public static Grant administrator(String subject, Duration validity) {
        return new Grant(subject, Set.of(Role.values()), Scopes.ALL, validity);
    }
}
