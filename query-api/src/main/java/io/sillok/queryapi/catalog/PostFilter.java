package io.sillok.queryapi.catalog;

import io.sillok.queryapi.http.Parameters;
import io.sillok.queryapi.lists.SearchedWords;
import java.time.Instant;
import java.util.Optional;

/// Which posts a list shows.
///
/// @param search what the title holds
/// @param from of its publication, inclusive
/// @param to of its publication, exclusive
record PostFilter(
        Optional<String> author,
        SearchedWords search,
        Optional<Instant> from,
        Optional<Instant> to) {

    private static final int LONGEST_TEXT = 200;

    /// Reads the query parameters; what is wrong with them is noted in `query`.
    static PostFilter of(Parameters query) {
        return new PostFilter(
                query.literal("author", LONGEST_TEXT),
                SearchedWords.of(query.text("search", LONGEST_TEXT)),
                query.time("from"),
                query.time("to"));
    }

    /// The order in which what it shows lies together, if it shows a range.
    Optional<String> range() {
        return from.or(() -> to).map(_ -> "created_at");
    }
}
