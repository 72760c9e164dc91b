package io.sillok.platform.web.access;

import io.sillok.platform.web.access.Revocations.Standing;
import io.sillok.platform.web.problems.ProblemException;
import java.time.InstantSource;

/// Looks at a caller once more, at the end of a request that took its time: they may have been
/// locked out, or erased, since they were let in. Thread-safe.
public record StillValid(Revocations revocations, InstantSource clock) {

    /// Lets them go on.
    ///
    /// @throws ProblemException when what they called with is void by now
    public void require(Caller caller) {
        if (revocations.ofToken(caller, clock.instant()) == Standing.VOID) {
            throw Credential.invalidToken("token-revoked");
        }
    }
}
