package io.sillok.processors.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/// A soft reference as it is stored, with the event that gave it.
///
/// @param first it was given by [ReferenceIndex.Change#noteFirst]
record Noted(String value, boolean first, Instant time, UUID event) {

    private static final Comparator<Noted> AGE =
            Comparator.comparing(Noted::time).thenComparing(Noted::event);

    /// What stands under a name when this was noted after `before`.
    ///
    /// Of several firsts the one of the earliest event stays, whatever the order they are read in:
    /// partitions are read side by side, and differently again when the index is rebuilt.
    Noted after(Noted before) {
        if (!first) {
            return this;
        }
        return before.first() && AGE.compare(this, before) < 0 ? this : before;
    }
}
