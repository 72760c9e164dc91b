package io.sillok.schemas.claims;

import io.sillok.schemas.envelope.BoundaryKey;

/// What happened to a claim. Holds no value, only who has it.
public sealed interface ClaimEvent {

    ClaimId claim();

    BoundaryKey holder();

    /// Kept for the holder; reserving again begins the hour again.
    record Reserved(ClaimId claim, ClaimKind kind, BoundaryKey holder) implements ClaimEvent {}

    record Confirmed(ClaimId claim, BoundaryKey holder) implements ClaimEvent {}

    record Released(ClaimId claim, BoundaryKey holder) implements ClaimEvent {}

    /// A reservation was not confirmed in time, and another boundary wants the claim.
    record Expired(ClaimId claim, BoundaryKey holder) implements ClaimEvent {}
}
