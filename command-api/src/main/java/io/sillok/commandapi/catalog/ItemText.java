package io.sillok.commandapi.catalog;

import io.sillok.platform.web.http.Fields;
import io.sillok.schemas.money.Money;
import java.util.Optional;

/// What people say of an item, in good form.
record ItemText(String title, Optional<String> description, Money price) {

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_DESCRIPTION = 2_000;

    private static final Money NO_PRICE = new Money("0", Money.USUAL_CURRENCY);

    /// Checks the fields; what is wrong with them is noted in `fields`.
    ///
    /// @param currency Korean won when it is left out
    static ItemText of(
            Fields fields,
            Optional<String> title,
            Optional<String> description,
            Optional<String> price,
            Optional<String> currency) {
        return new ItemText(
                fields.line("title", title, LONGEST_TITLE),
                fields.text("description", description, LONGEST_DESCRIPTION),
                price(fields, price, currency.orElse(Money.USUAL_CURRENCY)));
    }

    private static Money price(Fields fields, Optional<String> price, String currency) {
        if (Money.decimals(currency).isEmpty()) {
            fields.wrong("currency", "must be a currency of ISO 4217, in capital letters");
            return NO_PRICE;
        }
        if (price.isEmpty()) {
            fields.missing("price");
            return NO_PRICE;
        }
        Optional<Money> money = Money.read(price.get().strip(), currency).filter(Money::isPositive);
        if (money.isEmpty()) {
            fields.wrong(
                    "price",
                    "must be a decimal number above 0 with at most the decimals of its currency");
        }
        return money.orElse(NO_PRICE);
    }
}
