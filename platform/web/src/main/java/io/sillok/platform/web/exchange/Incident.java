package io.sillok.platform.web.exchange;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// The number a person quotes when something was refused or failed: `INC-20260131-1A2B3C4D`, the
/// day in UTC and 32 random bits. It stands in the answer and in the log.
public record Incident(String id) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /// A new one.
    public static Incident now(Clock clock) {
        return of(clock.instant(), RANDOM.nextInt());
    }

    /// The one of this day that belongs to a seed.
    public static Incident of(Instant time, String seed) {
        return of(time, seed.hashCode());
    }

    private static Incident of(Instant time, int number) {
        String day =
                LocalDate.ofInstant(time, ZoneOffset.UTC).format(DateTimeFormatter.BASIC_ISO_DATE);
        return new Incident("INC-%s-%08X".formatted(day, number));
    }

    @Override
    public String toString() {
        return id;
    }
}
