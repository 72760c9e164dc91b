package io.sillok.queryapi.catalog.search;

import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.http.Parameters;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;

/// What somebody has typed so far.
///
/// @param size how many suggestions at most
record SuggestQuery(SearchWords typed, Optional<FoundType> type, int size) {

    private static final int LONGEST = 100;
    private static final int USUAL_SIZE = 8;
    private static final int LARGEST_SIZE = 20;

    /// Reads the query parameters.
    ///
    /// @throws ProblemException naming every parameter that is wrong
    static SuggestQuery of(MultivaluedMap<String, String> parameters) {
        Parameters query = new Parameters(parameters);
        String text = query.text("q", LONGEST).orElse("");
        if (text.isEmpty()) {
            query.missing("q");
        }
        Optional<FoundType> type = query.word("type", FoundType::named, FoundType.words());
        int size = query.number("size", USUAL_SIZE, 1, LARGEST_SIZE);
        query.orThrow();
        return new SuggestQuery(SearchWords.of(text), type, size);
    }
}
