package io.sillok.processors.engine;

import io.sillok.processors.engine.claims.ClaimSecret;
import java.nio.file.Path;
import java.time.Duration;

/// How deciders run in this process.
///
/// @param stateDirectory where state stores are kept; what is lost there is restored from the log
/// @param threads that decide; each takes a share of the partitions
/// @param commitInterval how long decisions are gathered into one transaction; also the largest
///   part of what a command waits for
/// @param claims what unique values are turned into claims with; the same in every process, for
///   ever
public record DecidingSettings(
        Path stateDirectory, int threads, Duration commitInterval, ClaimSecret claims) {

    public static final Duration USUAL_COMMIT_INTERVAL = Duration.ofMillis(5);

    public DecidingSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread decides");
        }
        if (commitInterval.toMillis() < 1) {
            throw new IllegalArgumentException("a commit interval is at least one millisecond");
        }
    }

    /// One instance with one thread.
    public static DecidingSettings in(Path stateDirectory, ClaimSecret claims) {
        return new DecidingSettings(stateDirectory, 1, USUAL_COMMIT_INTERVAL, claims);
    }
}
