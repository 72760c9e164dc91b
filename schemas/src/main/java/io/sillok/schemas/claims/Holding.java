package io.sillok.schemas.claims;

import io.sillok.schemas.claims.ClaimEvent.Confirmed;
import io.sillok.schemas.claims.ClaimEvent.Expired;
import io.sillok.schemas.claims.ClaimEvent.Released;
import io.sillok.schemas.claims.ClaimEvent.Reserved;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.EventEnvelope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Who has a claim: the fold of its events.
///
/// @param confirmed false while it is only reserved
/// @param since when it was reserved last, or confirmed
public record Holding(BoundaryKey holder, boolean confirmed, Instant since) {

    /// How long a reservation lasts by the time of commands. Much longer than a holder takes to
    /// confirm, so that clocks may differ.
    public static final Duration RESERVED_FOR = Duration.ofHours(1);

    /// Who has the claim after one more event; empty when nobody does. Pure.
    public static Optional<Holding> evolve(
            Optional<Holding> before, EventEnvelope<ClaimEvent> next) {
        return switch (next.event()) {
            case Reserved(_, _, var holder) -> Optional.of(new Holding(holder, false, next.time()));
            case Confirmed(_, var holder) -> Optional.of(new Holding(holder, true, next.time()));
            case Released _, Expired _ -> Optional.empty();
        };
    }

    public boolean isOf(BoundaryKey boundary) {
        return holder.equals(boundary);
    }

    /// True for a reservation that was not confirmed in time.
    public boolean isExpired(Instant now) {
        return !confirmed && !now.isBefore(since.plus(RESERVED_FOR));
    }
}
