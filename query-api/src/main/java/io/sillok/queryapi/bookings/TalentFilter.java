package io.sillok.queryapi.bookings;

import io.sillok.queryapi.http.Parameters;
import io.sillok.queryapi.lists.SearchedWords;
import java.util.Optional;

/// Which talents a list shows.
///
/// @param minPrice of an hour, included
/// @param maxPrice of an hour, included
/// @param search what the name holds
record TalentFilter(
        Optional<Boolean> available,
        Optional<Long> minPrice,
        Optional<Long> maxPrice,
        SearchedWords search) {

    private static final int LONGEST_SEARCH = 100;
    private static final String PRICE = "must be a whole number of won";

    /// Reads the query parameters; what is wrong with them is noted in `query`.
    static TalentFilter of(Parameters query) {
        return new TalentFilter(
                query.truth("is_available"),
                query.parsed("min_price", TalentFilter::won, PRICE),
                query.parsed("max_price", TalentFilter::won, PRICE),
                SearchedWords.of(query.text("search", LONGEST_SEARCH)));
    }

    /// The order in which what it shows lies together, if it shows a range.
    Optional<String> range() {
        return minPrice.or(() -> maxPrice).map(_ -> "price_per_hour");
    }

    private static long won(String text) {
        if (!text.matches("[0-9]{1,15}")) {
            throw new IllegalArgumentException(PRICE);
        }
        return Long.parseLong(text);
    }
}
