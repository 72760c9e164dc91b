package io.sillok.schemas.claims;

import io.sillok.schemas.envelope.CommandId;

/// Tells the boundary that wants a claim whether it has it. Written by the decider of the claim,
/// under the key of the holder.
///
/// @param reserve the command that is answered, so that a late answer is not taken for another's
/// @param granted false when another boundary holds it
public record ClaimAnswer(ClaimId claim, CommandId reserve, boolean granted) {}
