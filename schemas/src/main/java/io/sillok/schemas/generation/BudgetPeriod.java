package io.sillok.schemas.generation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// How often an account gets its allowance. Days and months are those of UTC.
public enum BudgetPeriod {
    DAY,
    MONTH;

    /// The first moment of the period that a time is in.
    public Instant beginning(Instant time) {
        ZonedDateTime day = time.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS);
        return switch (this) {
            case DAY -> day.toInstant();
            case MONTH -> day.withDayOfMonth(1).toInstant();
        };
    }

    /// The first moment of the period after the one that begins then.
    public Instant next(Instant beginning) {
        ZonedDateTime day = beginning.atZone(ZoneOffset.UTC);
        return switch (this) {
            case DAY -> day.plusDays(1).toInstant();
            case MONTH -> day.plusMonths(1).toInstant();
        };
    }

    /// Reads the kebab-case word of the API.
    ///
    /// @throws IllegalArgumentException when none has this name
    @JsonCreator
    public static BudgetPeriod parse(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// The kebab-case word of the API.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
