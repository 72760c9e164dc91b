package io.sillok.schemas.money;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/// An amount of a currency: a decimal string, so that no reader makes a binary fraction of it.
///
/// @param amount without sign or exponent, with as many decimals as the currency has: `19900`,
///   `12.50`
/// @param currency three letters (ISO 4217)
public record Money(String amount, String currency) {

    /// The currency of amounts that name none.
    public static final String USUAL_CURRENCY = "KRW";

    /// How many digits an amount has before the decimal point at most.
    public static final int MOST_DIGITS = 15;

    private static final Pattern AMOUNT =
            Pattern.compile("(0|[1-9][0-9]{0," + (MOST_DIGITS - 1) + "})(\\.[0-9]{1,4})?");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern WRITTEN = Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,10})?");

    public Money {
        if (!AMOUNT.matcher(amount).matches()) {
            throw new IllegalArgumentException("an amount is a decimal number");
        }
        if (!CURRENCY.matcher(currency).matches()) {
            throw new IllegalArgumentException("a currency is three letters");
        }
    }

    /// Reads an amount as people write it, in the one form that it is kept in: `19900.00` KRW is
    /// `19900`, `12.5` USD is `12.50`.
    ///
    /// @return empty when it is no amount, is too large, has decimals that the currency does not
    ///   have, or when there is no such currency
    public static Optional<Money> read(String amount, String currency) {
        if (!WRITTEN.matcher(amount).matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(amount);
        return decimals(currency)
                .filter(decimals -> value.stripTrailingZeros().scale() <= decimals)
                .map(decimals -> value.setScale(decimals).toPlainString())
                .filter(text -> AMOUNT.matcher(text).matches())
                .map(text -> new Money(text, currency));
    }

    /// How many decimals a currency has; empty when there is no such currency, or when it is none
    /// that people pay with.
    public static Optional<Integer> decimals(String currency) {
        return Currency.availableCurrencies()
                .filter(known -> known.getCurrencyCode().equals(currency))
                .map(Currency::getDefaultFractionDigits)
                .filter(decimals -> decimals >= 0)
                .findAny();
    }

    public boolean isPositive() {
        return value().signum() > 0;
    }

    /// The amount as a number.
    public BigDecimal value() {
        return new BigDecimal(amount);
    }
}
