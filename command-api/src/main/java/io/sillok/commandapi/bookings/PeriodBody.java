package io.sillok.commandapi.bookings;

import io.sillok.commandapi.bookings.StatedTime.Meaning;
import io.sillok.platform.web.http.Fields;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.bookings.Period;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.problems.Problem.Violation;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The three fields in which a period is stated.
record PeriodBody(Optional<String> start, Optional<String> end, Optional<String> timeZone) {

    private static final String START = "start";
    private static final String END = "end";
    private static final String TIME_ZONE = "time_zone";

    /// The times as they were stated; what is wrong with their form is noted in `fields`.
    Stated check(Fields fields) {
        Optional<StatedTime> from = time(fields, START, start);
        Optional<StatedTime> to = time(fields, END, end);
        boolean anyLocal =
                Stream.of(from, to)
                        .flatMap(Optional::stream)
                        .anyMatch(time -> time.offset().isEmpty());
        if (anyLocal && timeZone.isEmpty()) {
            fields.missing(TIME_ZONE);
        }
        return new Stated(from, to, zone(fields));
    }

    private static Optional<StatedTime> time(Fields fields, String field, Optional<String> text) {
        Optional<StatedTime> time = text.map(String::strip).flatMap(StatedTime::parse);
        if (text.isEmpty()) {
            fields.missing(field);
        } else if (time.isEmpty()) {
            fields.wrong(
                    field,
                    "must be a time as in RFC 3339, 2026-12-01T10:00:00+09:00, or without its"
                            + " offset in the zone that time_zone names");
        }
        return time;
    }

    private Optional<ZoneId> zone(Fields fields) {
        Optional<String> name =
                timeZone.map(String::strip).filter(ZoneId.getAvailableZoneIds()::contains);
        if (timeZone.isPresent() && name.isEmpty()) {
            fields.wrong(TIME_ZONE, "must be the name of an IANA time zone, Asia/Seoul");
        }
        return name.map(ZoneId::of);
    }

    /// Times in good form, unless something was noted.
    record Stated(Optional<StatedTime> start, Optional<StatedTime> end, Optional<ZoneId> zone) {

        /// The period they mean, when nothing was noted.
        ///
        /// @throws ProblemException E4001 when one of them means no moment, or two
        Period period() {
            return new Period(moment(START, start.orElseThrow()), moment(END, end.orElseThrow()));
        }

        private Instant moment(String field, StatedTime time) {
            Meaning meaning = zone.map(time::meaning).orElseGet(time::meaning);
            return switch (meaning) {
                case Meaning.Moment(var moment) -> moment;
                case Meaning.None(var reason, var detail) ->
                        throw ProblemException.of(
                                new Problem(
                                        ErrorCode.E4001,
                                        reason,
                                        detail,
                                        List.of(new Violation(field, detail))));
            };
        }
    }
}
