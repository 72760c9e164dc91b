package io.sillok.processors.identity.erasure;

import java.time.Duration;

/// How patient the eraser is.
///
/// @param fence how long after the end of an account a request that was let in before may still
///   come to the log
/// @param views with views that are behind, before it looks at everything anew
/// @param firstPause before it looks a second time; doubled for each further one
/// @param longestPause between two looks
public record EraserSettings(
        Duration fence, Duration views, Duration firstPause, Duration longestPause) {

    public static final EraserSettings USUAL =
            new EraserSettings(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofMillis(200),
                    Duration.ofSeconds(10));

    /// How long to wait after a look.
    ///
    /// @param look from 1
    Duration pauseAfter(int look) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(look - 1, 20));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
