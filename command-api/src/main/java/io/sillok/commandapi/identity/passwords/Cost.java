package io.sillok.commandapi.identity.passwords;

import java.util.Optional;

/// What one hash costs (RFC 9106).
///
/// @param memory in KiB
/// @param passes over the memory
/// @param lanes that could be worked on in parallel
public record Cost(int memory, int passes, int lanes) {

    /// What OWASP's Password Storage Cheat Sheet asks for.
    public static final Cost USUAL = new Cost(19 * 1024, 2, 1);

    private static final int LEAST_MEMORY = 8;
    private static final int MOST_MEMORY = 1024 * 1024;
    private static final int MOST_PASSES = 100;
    private static final int MOST_LANES = 16;

    public Cost {
        if (lanes < 1 || lanes > MOST_LANES || passes < 1 || passes > MOST_PASSES) {
            throw new IllegalArgumentException("passes or lanes are out of bounds");
        }
        if (memory < LEAST_MEMORY * lanes || memory > MOST_MEMORY) {
            throw new IllegalArgumentException("the memory is out of bounds");
        }
    }

    /// What is missing from this one to a higher one; empty when that is nothing worth mentioning.
    /// What a hash takes is its memory times its passes, whatever the lanes.
    Optional<Cost> upTo(Cost higher) {
        long missing = higher.work() - work();
        int rest = (int) (missing / higher.passes);
        return rest < LEAST_MEMORY
                ? Optional.empty()
                : Optional.of(new Cost(rest, higher.passes, 1));
    }

    private long work() {
        return (long) memory * passes;
    }
}
