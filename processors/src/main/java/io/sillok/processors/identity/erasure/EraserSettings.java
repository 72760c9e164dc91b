package io.sillok.processors.identity.erasure;

import java.time.Duration;

/// How patient the eraser is.
///
/// @param fence how long after the end of an account a request that was let in before may still
///   come to the log
/// @param views with views that are behind, before it looks at everything anew
/// @param firstPause before it looks a second time; doubled for each further one
/// @param longestPause between two looks
/// @param patience with what is in the way, before it makes room for other erasures; the reminder
///   comes back as late at first, then later
public record EraserSettings(
        Duration fence,
        Duration views,
        Duration firstPause,
        Duration longestPause,
        Duration patience) {

    public static final EraserSettings USUAL =
            new EraserSettings(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofMillis(200),
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(15));

    private static final int LONGEST_REST = 4;
    private static final int SILENCE = 100;

    /// The same with another patience.
    public EraserSettings patient(Duration other) {
        return new EraserSettings(fence, views, firstPause, longestPause, other);
    }

    /// How long a suspended erasure rests before the reminder has it resumed.
    ///
    /// @param version of the erasure, which is 1 when it is suspended first and grows by 2 each
    ///   time
    Duration restAt(long version) {
        long doubled = 1L << Math.clamp((version - 1) / 2, 0, 20);
        return patience.multipliedBy(Math.min(doubled, LONGEST_REST));
    }

    /// After how long an erasure that nothing is heard of is taken for one that nobody works on.
    Duration silence() {
        return patience.multipliedBy(SILENCE);
    }

    /// How long to wait after a look.
    ///
    /// @param look from 1
    Duration pauseAfter(int look) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(look - 1, 20));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
