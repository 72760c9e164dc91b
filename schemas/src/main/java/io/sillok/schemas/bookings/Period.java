package io.sillok.schemas.bookings;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A half-open stretch of time: from `start` on, up to and without `end`. Which ones can be booked
/// is for the decider to say.
public record Period(Instant start, Instant end) {

    /// How long it lasts on a clock that knows no daylight saving; not positive when it ends before
    /// it starts.
    public Duration length() {
        return Duration.between(start, end);
    }

    /// True when some moment is in both. Periods that only touch do not overlap.
    public boolean overlaps(Period other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /// True when both ends are at the beginning of a minute.
    public boolean isInWholeMinutes() {
        return isWholeMinute(start) && isWholeMinute(end);
    }

    private static boolean isWholeMinute(Instant time) {
        return time.truncatedTo(ChronoUnit.MINUTES).equals(time);
    }
}
