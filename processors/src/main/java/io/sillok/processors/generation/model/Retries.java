package io.sillok.processors.generation.model;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// How often a model is asked that has not said anything yet.
///
/// @param tries in all, for each model
/// @param firstPause after the first; doubled after each further one
/// @param longestPause also the longest that a model may ask for
public record Retries(int tries, Duration firstPause, Duration longestPause) {

    public static final Retries USUAL =
            new Retries(3, Duration.ofMillis(250), Duration.ofSeconds(4));

    private static final double JITTER = 0.25;

    /// How long to wait before another try; empty when there is to be none.
    ///
    /// @param attempt that failed, from 1
    Optional<Duration> pauseAfter(int attempt, ModelFault fault) {
        if (attempt >= tries || !fault.isPassing()) {
            return Optional.empty();
        }
        if (fault instanceof ModelFault.Limited(Optional<Duration> after) && after.isPresent()) {
            return after.filter(wanted -> wanted.compareTo(longestPause) <= 0);
        }
        Duration doubled = firstPause.multipliedBy(1L << Math.min(attempt - 1, 20));
        Duration pause = doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
        return Optional.of(spread(pause));
    }

    /// Those who failed together should not come back together.
    private static Duration spread(Duration pause) {
        double factor = 1 + ThreadLocalRandom.current().nextDouble(-JITTER, JITTER);
        return Duration.ofNanos((long) (pause.toNanos() * factor));
    }
}
