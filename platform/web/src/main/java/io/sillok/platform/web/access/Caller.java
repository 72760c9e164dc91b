package io.sillok.platform.web.access;

import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.Role;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;

/// Who sends a request, as their token proves it.
///
/// @param id the token's subject: an opaque id, never a name or an address of a person
/// @param scopes what the token was issued for
/// @param session that the token was issued in, if any
public record Caller(String id, Set<Role> roles, Set<String> scopes, Optional<SessionClaim> session)
        implements Principal {

    public Caller {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    /// Somebody outside of any session.
    public Caller(String id, Set<Role> roles, Set<String> scopes) {
        this(id, roles, scopes, Optional.empty());
    }

    /// The caller as commands carry them.
    public Actor actor() {
        return new Actor(id, roles);
    }

    /// True when the caller has this role or a higher one.
    public boolean isAtLeast(Role role) {
        return roles.stream().anyMatch(held -> held.compareTo(role) >= 0);
    }

    @Override
    public String getName() {
        return id;
    }
}
