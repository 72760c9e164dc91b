package io.sillok.schemas.bookings;

import io.sillok.schemas.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// What an hour costs, and from it what a period does. Stateless.
public final class Rate {

    /// The currency of all talents.
    public static final String CURRENCY = "KRW";

    private static final BigDecimal MINUTES_OF_AN_HOUR = BigDecimal.valueOf(60);

    private Rate() {}

    /// An hourly price.
    ///
    /// @param won not negative
    public static Money perHour(long won) {
        return new Money(Long.toString(won), CURRENCY);
    }

    /// The price of a period: its share of hours to the minute times the hourly price, rounded up
    /// to the next whole unit of the currency that has no smaller one.
    public static Money of(Period period, Money perHour) {
        BigDecimal amount =
                perHour.value()
                        .multiply(BigDecimal.valueOf(period.length().toMinutes()))
                        .divide(MINUTES_OF_AN_HOUR, 0, RoundingMode.CEILING);
        return new Money(amount.toPlainString(), perHour.currency());
    }
}
