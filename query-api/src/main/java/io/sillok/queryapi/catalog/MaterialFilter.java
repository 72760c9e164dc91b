package io.sillok.queryapi.catalog;

import io.sillok.platform.web.access.Caller;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.catalog.MaterialStatus;
import java.util.List;
import java.util.Optional;

/// Which materials a list shows.
///
/// @param search words that title or description must hold, anywhere and in any order
record MaterialFilter(
        Caller caller,
        Optional<CategoryId> category,
        Optional<MaterialStatus> status,
        Optional<String> search) {

    /// The words as the index has them.
    String folded() {
        return SearchedWords.of(search).folded();
    }

    /// A pattern for each word.
    List<String> patterns() {
        return SearchedWords.of(search).patterns();
    }
}
