package io.sillok.queryapi.catalog;

import static java.util.stream.Collectors.joining;

import io.sillok.platform.web.access.Caller;
import io.sillok.queryapi.http.Parameters;
import io.sillok.queryapi.lists.SearchedWords;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.catalog.MaterialStatus;
import java.util.Optional;
import java.util.stream.Stream;

/// Which materials a list shows, of those that the caller may see.
///
/// @param search what title or description hold
record MaterialFilter(
        Caller caller,
        Optional<CategoryId> category,
        Optional<MaterialStatus> status,
        SearchedWords search) {

    private static final int LONGEST_SEARCH = 200;
    private static final String STATUSES =
            Stream.of(MaterialStatus.values()).map(MaterialStatus::word).collect(joining(", "));

    /// Reads the query parameters; what is wrong with them is noted in `query`.
    static MaterialFilter of(Caller caller, Parameters query) {
        return new MaterialFilter(
                caller,
                query.uuid("category_id").map(CategoryId::new),
                query.word("status", MaterialFilter::status, STATUSES),
                SearchedWords.of(query.text("search", LONGEST_SEARCH)));
    }

    private static Optional<MaterialStatus> status(String word) {
        return Stream.of(MaterialStatus.values())
                .filter(status -> status.word().equals(word))
                .findAny();
    }
}
