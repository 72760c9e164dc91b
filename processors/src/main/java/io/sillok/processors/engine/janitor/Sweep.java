package io.sillok.processors.engine.janitor;

/// What came of one round of the janitor.
sealed interface Sweep {

    /// All blobs were looked at.
    ///
    /// @param seen how many there were
    /// @param removed how many of them are gone now
    record Done(long seen, long removed) implements Sweep {}

    /// Nothing was touched.
    ///
    /// @param reason kebab-case
    record Skipped(String reason) implements Sweep {}
}
