package io.sillok.processors.bookings;

import io.sillok.schemas.bookings.BookingId;
import io.sillok.schemas.bookings.Period;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a talent can be booked: from one hour to one day, in the future, when it is free.
///
/// @param calendar of the talent
/// @param now when the command was taken
record PeriodRules(TalentCalendar calendar, Instant now) {

    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofHours(24);

    /// Why a booking cannot have this period; empty when it can.
    Optional<Problem> refuse(Period period, BookingId booking) {
        return refuseForm(period)
                .or(() -> refuseStart(period))
                .or(() -> refuseTalent())
                .or(() -> refuseOverlap(period, booking));
    }

    private static Optional<Problem> refuseForm(Period period) {
        Duration length = period.length();
        if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
            return problem(
                    ErrorCode.E4001, "period-length", "A booking lasts from 1 hour to 24 hours.");
        }
        return period.isInWholeMinutes()
                ? Optional.empty()
                : problem(
                        ErrorCode.E4001,
                        "period-not-in-minutes",
                        "A booking starts and ends at whole minutes.");
    }

    private Optional<Problem> refuseStart(Period period) {
        boolean past =
                !period.start().isAfter(now)
                        || calendar.forgottenUntil()
                                .filter(end -> period.start().isBefore(end))
                                .isPresent();
        return past
                ? problem(ErrorCode.E4001, "start-in-the-past", "A booking starts in the future.")
                : Optional.empty();
    }

    private Optional<Problem> refuseTalent() {
        return calendar.inAgency().filter(talent -> !talent.available()).isPresent()
                ? problem(
                        ErrorCode.E4008,
                        "talent-unavailable",
                        "The talent cannot be booked at the moment.")
                : Optional.empty();
    }

    private Optional<Problem> refuseOverlap(Period period, BookingId booking) {
        return calendar.isTaken(period, booking)
                ? problem(
                        ErrorCode.E4008,
                        "booking-overlaps",
                        "The talent is booked in a part of this period.")
                : Optional.empty();
    }

    private static Optional<Problem> problem(ErrorCode code, String reason, String detail) {
        return Optional.of(Problem.of(code, reason, detail));
    }
}
