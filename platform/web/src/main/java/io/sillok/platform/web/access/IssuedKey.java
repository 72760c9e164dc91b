package io.sillok.platform.web.access;

import io.sillok.schemas.envelope.Role;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// An API key that was issued, as it is kept.
///
/// @param holder the opaque id of the person whose key it is
/// @param roles that the holder has today
/// @param scopes that the key was issued for
/// @param digest of its secret, under the [DigestKey] of the installation
/// @param expires from when on it does not count
public record IssuedKey(
        UUID id,
        String holder,
        Set<Role> roles,
        Set<String> scopes,
        String digest,
        Instant expires) {

    public IssuedKey {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    /// Who calls with it: its holder, with those of its scopes that the holder could have today.
    Caller caller() {
        Set<String> allowed = new HashSet<>(scopes);
        allowed.retainAll(Scopes.ofKeys(roles));
        return new Caller(holder, roles, allowed);
    }
}
