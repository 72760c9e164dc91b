package io.sillok.queryapi.bookings;

import io.sillok.schemas.bookings.Period;
import io.sillok.schemas.bookings.TalentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// When a talent is booked and when it is free within a stretch of time. Periods are half-open, cut
/// to the stretch, and together they are all of it; a talent that cannot be booked is never free.
///
/// @param isAvailable whether it can be booked at all
/// @param busy confirmed bookings, in their order
/// @param free what is between them
public record Availability(
        TalentId modelId,
        boolean isAvailable,
        Instant from,
        Instant to,
        List<Period> busy,
        List<Period> free) {

    public Availability {
        busy = List.copyOf(busy);
        free = List.copyOf(free);
    }

    /// What these bookings leave of a stretch of time.
    ///
    /// @param booked in their order, none of which overlap
    static Availability of(TalentId talent, boolean available, Period within, List<Period> booked) {
        List<Period> busy = booked.stream().map(period -> cut(period, within)).toList();
        return new Availability(
                talent,
                available,
                within.start(),
                within.end(),
                busy,
                available ? between(within, busy) : List.of());
    }

    private static List<Period> between(Period within, List<Period> busy) {
        List<Period> free = new ArrayList<>();
        Instant since = within.start();
        for (Period period : busy) {
            if (since.isBefore(period.start())) {
                free.add(new Period(since, period.start()));
            }
            since = period.end();
        }
        if (since.isBefore(within.end())) {
            free.add(new Period(since, within.end()));
        }
        return free;
    }

    private static Period cut(Period period, Period within) {
        return new Period(
                period.start().isBefore(within.start()) ? within.start() : period.start(),
                period.end().isAfter(within.end()) ? within.end() : period.end());
    }
}
