package io.sillok.processors.identity.erasure;

import java.util.Optional;

/// What the decider of one erasure knows.
///
/// @param concluded whether it came to its end
/// @param suspended why it does not go on; empty while it does
public record ErasureState(boolean concluded, Optional<String> suspended) {

    static final ErasureState OPEN = new ErasureState(false, Optional.empty());
}
