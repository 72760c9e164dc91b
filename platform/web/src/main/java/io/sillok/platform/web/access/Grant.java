package io.sillok.platform.web.access;

import io.sillok.schemas.envelope.Role;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// What a token says of its holder.
///
/// @param subject the holder's opaque id
/// @param session in which it is issued; empty for one that belongs to no account
/// @param validity from the moment of issue
public record Grant(
        String subject,
        Optional<SessionClaim> session,
        Set<Role> roles,
        Set<String> scopes,
        Duration validity) {

    /// How long the token of a session is valid: as long as what makes it void is remembered.
    public static final Duration IN_A_SESSION = Duration.ofMinutes(15);

    public Grant {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
        if (session.isPresent() && validity.compareTo(IN_A_SESSION) > 0) {
            throw new IllegalArgumentException("the token of a session is valid for 15 minutes");
        }
    }

    /// For somebody without an account.
    public Grant(String subject, Set<Role> roles, Set<String> scopes, Duration validity) {
        this(subject, Optional.empty(), roles, scopes, validity);
    }

    /// For the holder of a session.
    public static Grant in(
            SessionClaim session, String subject, Set<Role> roles, Set<String> scopes) {
        return new Grant(subject, Optional.of(session), roles, scopes, IN_A_SESSION);
    }

    /// Everything there is to be granted.
    public static Grant administrator(String subject, Duration validity) {
        return new Grant(subject, Set.of(Role.values()), Scopes.ALL, validity);
    }
}
