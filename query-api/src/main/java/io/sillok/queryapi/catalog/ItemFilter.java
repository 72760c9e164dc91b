package io.sillok.queryapi.catalog;

import io.sillok.queryapi.http.Parameters;
import io.sillok.queryapi.lists.SearchedWords;
import io.sillok.schemas.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which items a list shows.
///
/// @param currency of the prices; given whenever one of them is
/// @param minPrice inclusive
/// @param maxPrice inclusive
/// @param search what title or description hold
/// @param from of its creation, inclusive
/// @param to of its creation, exclusive
record ItemFilter(
        Optional<String> owner,
        Optional<String> currency,
        Optional<BigDecimal> minPrice,
        Optional<BigDecimal> maxPrice,
        SearchedWords search,
        Optional<Instant> from,
        Optional<Instant> to) {

    private static final int LONGEST_TEXT = 200;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,4})?");

    /// Reads the query parameters; what is wrong with them is noted in `query`.
    static ItemFilter of(Parameters query) {
        Optional<BigDecimal> min = price(query, "min_price");
        Optional<BigDecimal> max = price(query, "max_price");
        Optional<String> currency = query.text("currency");
        if (currency.filter(code -> Money.decimals(code).isEmpty()).isPresent()) {
            query.wrong("currency", "must be a currency of ISO 4217, in capital letters");
        }
        return new ItemFilter(
                query.literal("owner", LONGEST_TEXT),
                currency.or(() -> min.or(() -> max).map(_ -> Money.USUAL_CURRENCY)),
                min,
                max,
                SearchedWords.of(query.text("search", LONGEST_TEXT)),
                query.time("from"),
                query.time("to"));
    }

    /// The order in which what it shows lies together, if it shows a range.
    Optional<String> range() {
        return minPrice.or(() -> maxPrice)
                .map(_ -> "price")
                .or(() -> from.or(() -> to).map(_ -> "created_at"));
    }

    private static Optional<BigDecimal> price(Parameters query, String name) {
        return query.parsed(name, ItemFilter::number, "must be a decimal number from 0");
    }

    private static BigDecimal number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("not a price");
        }
        return new BigDecimal(text);
    }
}
