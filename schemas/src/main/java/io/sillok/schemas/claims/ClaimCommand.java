package io.sillok.schemas.claims;

import io.sillok.schemas.envelope.BoundaryKey;

/// What can be asked of a claim. Only the engine asks, for the boundary that shall hold it.
public sealed interface ClaimCommand {

    ClaimId claim();

    BoundaryKey holder();

    /// Keep the claim for the holder until it confirms, for an hour at most. The answer is a
    /// [ClaimAnswer] to the holder.
    record Reserve(ClaimId claim, ClaimKind kind, BoundaryKey holder) implements ClaimCommand {}

    /// It is the holder's now, until the holder releases it.
    record Confirm(ClaimId claim, BoundaryKey holder) implements ClaimCommand {}

    /// The holder does not want it, or no longer.
    record Release(ClaimId claim, BoundaryKey holder) implements ClaimCommand {}
}
