package io.sillok.platform.testkit.ledger;

import io.sillok.schemas.claims.ClaimEvent;
import io.sillok.schemas.claims.ClaimEvent.Confirmed;
import io.sillok.schemas.claims.ClaimEvent.Expired;
import io.sillok.schemas.claims.ClaimEvent.Released;
import io.sillok.schemas.claims.ClaimEvent.Reserved;
import io.sillok.schemas.claims.ClaimId;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.EventEnvelope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Holds at every prefix: a claim has one holder at most, only its holder confirms or releases it,
/// and what was confirmed does not expire.
public final class ClaimsHaveOneHolder implements Invariant {

    private final Map<ClaimId, BoundaryKey> holders = new HashMap<>();
    private final Set<ClaimId> confirmed = new HashSet<>();

    @Override
    public void after(EventEnvelope<Object> event) {
        if (event.event() instanceof ClaimEvent about) {
            follow(about);
        }
    }

    /// Who has which claim now.
    public Map<ClaimId, BoundaryKey> holders() {
        return Map.copyOf(holders);
    }

    /// The claims that are more than reserved.
    public Set<ClaimId> confirmed() {
        return Set.copyOf(confirmed);
    }

    private void follow(ClaimEvent event) {
        switch (event) {
            case Reserved(var claim, _, var holder) -> {
                BoundaryKey other = holders.putIfAbsent(claim, holder);
                require(other == null || other.equals(holder), event);
            }
            case Confirmed(var claim, var holder) -> {
                require(holder.equals(holders.get(claim)), event);
                confirmed.add(claim);
            }
            case Released(var claim, var holder) -> end(claim, holder, event);
            case Expired(var claim, var holder) -> {
                require(!confirmed.contains(claim), event);
                end(claim, holder, event);
            }
        }
    }

    private void end(ClaimId claim, BoundaryKey holder, ClaimEvent event) {
        require(holders.remove(claim, holder), event);
        confirmed.remove(claim);
    }

    private static void require(boolean holds, ClaimEvent event) {
        if (!holds) {
            throw new AssertionError("a claim cannot go on with " + event);
        }
    }
}
