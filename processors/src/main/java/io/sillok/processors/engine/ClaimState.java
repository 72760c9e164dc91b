package io.sillok.processors.engine;

import io.sillok.schemas.claims.Holding;
import java.util.Optional;

/// A claim as its decider remembers it.
///
/// @param holding empty while nobody has it
record ClaimState(Optional<Holding> holding) {

    static final ClaimState FREE = new ClaimState(Optional.empty());
}
