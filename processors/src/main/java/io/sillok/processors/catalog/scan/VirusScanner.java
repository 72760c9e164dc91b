package io.sillok.processors.catalog.scan;

import java.io.IOException;
import java.nio.file.Path;

/// Knows harmful files by their signatures.
@FunctionalInterface
public interface VirusScanner {

    /// Looks into a file. Waits as long as the scanner is away.
    ///
    /// @throws IOException when the file cannot be read
    Answer scan(Path file) throws IOException, InterruptedException;

    /// What a scanner says.
    sealed interface Answer {

        record Clean() implements Answer {}

        /// It found something harmful.
        ///
        /// @param signature the name of what was found, as the scanner calls it
        record Found(String signature) implements Answer {}

        /// It could not look into all of the file.
        ///
        /// @param reason kebab-case: `scanner-size-limit`, `encrypted`, `scanner-error`
        record Unscannable(String reason) implements Answer {}
    }

    /// For installations without a scanner.
    static VirusScanner none() {
        return _ -> new Answer.Clean();
    }
}
