package io.sillok.commandapi.bookings;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A time as a caller states it: RFC 3339 with an offset, or a local time that a zone gives a
/// meaning to, or both.
///
/// @param local what the clock on the wall shows
/// @param offset from UTC; empty for a local time
record StatedTime(LocalDateTime local, Optional<ZoneOffset> offset) {

    private static final Pattern WITH_OFFSET =
            Pattern.compile(
                    "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern LOCAL =
            Pattern.compile(
                    "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?",
                    Pattern.CASE_INSENSITIVE);

    /// The moment that a time is, or why it is none or not one.
    sealed interface Meaning {

        record Moment(Instant time) implements Meaning {}

        /// No moment, or more than one.
        ///
        /// @param reason kebab-case
        /// @param detail for people
        record None(String reason, String detail) implements Meaning {}
    }

    /// Reads `2026-12-01T10:00:00+09:00` or `2026-12-01T10:00:00`; seconds may be left out. Empty
    /// for any other text, and for dates that no calendar has.
    static Optional<StatedTime> parse(String text) {
        try {
            if (WITH_OFFSET.matcher(text).matches()) {
                OffsetDateTime time = OffsetDateTime.parse(text);
                return Optional.of(
                        new StatedTime(time.toLocalDateTime(), Optional.of(time.getOffset())));
            }
            return LOCAL.matcher(text).matches()
                    ? Optional.of(new StatedTime(LocalDateTime.parse(text), Optional.empty()))
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// The moment, by the offset alone.
    ///
    /// @throws java.util.NoSuchElementException when the time is a local one
    Meaning meaning() {
        return new Meaning.Moment(local.toInstant(offset.orElseThrow()));
    }

    /// The moment in a zone, by the zone's rules of that day. Where clocks go forward some local
    /// times do not exist; where they go back some exist twice, and only the offset says which one
    /// is meant.
    Meaning meaning(ZoneId zone) {
        List<ZoneOffset> possible = zone.getRules().getValidOffsets(local);
        if (possible.isEmpty()) {
            return new Meaning.None(
                    "time-skipped", "Clocks go forward in this zone then and skip this time.");
        }
        if (offset.isPresent()) {
            return possible.contains(offset.get())
                    ? meaning()
                    : new Meaning.None(
                            "offset-not-in-zone", "The zone does not have this offset then.");
        }
        return possible.size() == 1
                ? new Meaning.Moment(local.toInstant(possible.getFirst()))
                : new Meaning.None(
                        "time-ambiguous",
                        "Clocks go back in this zone then and show this time twice; say its offset.");
    }
}
