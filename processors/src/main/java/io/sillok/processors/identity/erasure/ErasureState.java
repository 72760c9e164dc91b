package io.sillok.processors.identity.erasure;

/// What the decider of one erasure knows: whether it came to its end.
public record ErasureState(boolean concluded) {

    static final ErasureState OPEN = new ErasureState(false);
}
