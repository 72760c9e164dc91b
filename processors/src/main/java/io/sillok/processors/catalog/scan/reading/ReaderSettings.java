package io.sillok.processors.catalog.scan.reading;

import java.time.Duration;

/// How files are read.
///
/// @param processes that read at once
/// @param megabytes heap of each
/// @param patience after which a reader counts as hung
public record ReaderSettings(int processes, int megabytes, Duration patience) {

    public static final ReaderSettings USUAL = new ReaderSettings(2, 256, Duration.ofSeconds(60));

    public ReaderSettings {
        if (processes < 1 || megabytes < 32) {
            throw new IllegalArgumentException("at least one reader with 32 MB");
        }
    }
}
