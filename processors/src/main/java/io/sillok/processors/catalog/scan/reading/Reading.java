package io.sillok.processors.catalog.scan.reading;

import java.util.Optional;

/// What came of reading a file.
public sealed interface Reading {

    /// It could be read.
    ///
    /// @param written whether there was anything to write
    /// @param pages pages or slides
    /// @param author as the file names it, at most 200 characters
    /// @param durationSeconds of a film
    record Read(
            boolean written,
            Optional<Integer> pages,
            Optional<String> author,
            Optional<Double> durationSeconds)
            implements Reading {}

    /// The file itself stands in the way; trying again would change nothing.
    ///
    /// @param reason kebab-case: `encrypted`, `macros`, `type-mismatch`, `unreadable`,
    ///   `parser-timeout`, `parser-out-of-memory`
    record Unreadable(String reason) implements Reading {}

    /// The reader ended for a reason that need not lie in the file.
    ///
    /// @param exit its exit code
    record Crashed(int exit) implements Reading {}
}
