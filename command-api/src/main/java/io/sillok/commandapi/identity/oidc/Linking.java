package io.sillok.commandapi.identity.oidc;

import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.access.Revocations;
import io.sillok.platform.web.access.SessionClaim;
import io.sillok.schemas.personal.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// That the identity which is to be proven shall be linked to an account, as its holder asked in a
/// session of theirs.
///
/// @param begun when, to the second
record Linking(UserId user, SessionClaim session, Instant begun) {

    /// Whether the token that it was asked with would still count.
    boolean counts(Revocations revocations) {
        Caller holder = new Caller(user.toString(), Set.of(), Set.of(), Optional.of(session));
        return revocations.ofToken(holder, begun) == Revocations.Standing.VALID;
    }
}
