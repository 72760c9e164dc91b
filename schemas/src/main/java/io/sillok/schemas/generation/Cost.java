package io.sillok.schemas.generation;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// What tokens cost: a decimal string, with more decimals than money has, because one token costs
/// less than the smallest coin.
///
/// @param amount without sign or exponent: `0.0000425`
/// @param currency three letters (ISO 4217)
public record Cost(String amount, String currency) {

    private static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,11})(\\.[0-9]{1,12})?");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    public Cost {
        if (!AMOUNT.matcher(amount).matches()) {
            throw new IllegalArgumentException("an amount is a decimal number");
        }
        if (!CURRENCY.matcher(currency).matches()) {
            throw new IllegalArgumentException("a currency is three letters");
        }
    }

    /// Nothing.
    public static Cost none(String currency) {
        return new Cost("0", currency);
    }

    /// Both together.
    ///
    /// @throws IllegalArgumentException when the other is in another currency
    public Cost plus(Cost other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("these are different currencies");
        }
        return new Cost(value().add(other.value()).toPlainString(), currency);
    }

    /// The amount as a number.
    public BigDecimal value() {
        return new BigDecimal(amount);
    }
}
