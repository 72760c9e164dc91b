package io.sillok.queryapi.catalog.search;

import io.sillok.platform.web.http.Paging;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.http.Cursor;
import io.sillok.queryapi.http.Linked;
import io.sillok.queryapi.http.Parameters;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.problems.Problem.Violation;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What is searched for.
///
/// @param type only things of this type
/// @param from of its creation, inclusive
/// @param to of its creation, exclusive
/// @param cursor where to go on; then the offset of `paging` counts for nothing but the page number
/// @param beginsSnapshot a snapshot is to be made, in which the results are followed
/// @param snapshot in which it is searched; empty for what there is now
record SearchQuery(
        SearchWords words,
        Optional<FoundType> type,
        Optional<String> mediaType,
        Optional<UUID> category,
        Optional<Instant> from,
        Optional<Instant> to,
        SearchSort sort,
        Paging paging,
        Optional<SearchCursor> cursor,
        boolean beginsSnapshot,
        Optional<String> snapshot) {

    /// The cursor that begins a snapshot.
    static final String FROM_HERE = "*";

    /// How many results are counted; where there are more, at least so many is all that is said.
    static final int COUNTED = Paging.DEEPEST;

    static final int LONGEST_QUERY = 1_000;

    /// Reads the query parameters.
    ///
    /// @throws ProblemException naming every parameter that is wrong
    static SearchQuery of(MultivaluedMap<String, String> parameters) {
        Parameters query = new Parameters(parameters);
        String text = query.text("q").orElse("");
        if (text.codePointCount(0, text.length()) > LONGEST_QUERY) {
            throw tooLong();
        }
        if (text.isEmpty()) {
            query.missing("q");
        }
        Optional<FoundType> type = query.word("type", FoundType::named, FoundType.words());
        Optional<SearchSort> sort = query.word("sort", SearchSort::named, SearchSort.words());
        Optional<String> place = query.text(Linked.CURSOR);
        Optional<SearchCursor> cursor =
                place.filter(c -> !c.equals(FROM_HERE))
                        .map(c -> Cursor.read(c, SearchCursor.class));
        Paging asked = Paging.of(parameters);
        if (cursor.isEmpty() && !asked.isWithinReach()) {
            query.wrong("page", "must stay within the first 10000 results; go on with cursor");
        }
        var found =
                new SearchQuery(
                        SearchWords.of(text),
                        type,
                        query.text("media_type"),
                        query.uuid("category_id"),
                        query.time("from"),
                        query.time("to"),
                        cursor.map(SearchCursor::sort).or(() -> sort).orElse(SearchSort.RELEVANCE),
                        cursor.map(c -> new Paging(c.offset(), asked.size())).orElse(asked),
                        cursor,
                        place.filter(FROM_HERE::equals).isPresent(),
                        cursor.flatMap(SearchCursor::snapshot));
        query.orThrow();
        if (sort.isPresent() && sort.get() != found.sort()) {
            throw Cursor.invalid();
        }
        return found;
    }

    /// How many results are asked for: one more than the part has, which says whether another
    /// follows, unless the engine does not look so deep by number.
    int window() {
        long most = cursor.isPresent() ? Long.MAX_VALUE : Paging.DEEPEST - paging.offset();
        return (int) Math.min(paging.size() + 1L, most);
    }

    /// True when there is no room for one more.
    boolean isCutOff() {
        return window() <= paging.size();
    }

    /// The same search, followed in a snapshot.
    SearchQuery in(String opened) {
        return new SearchQuery(
                words,
                type,
                mediaType,
                category,
                from,
                to,
                sort,
                paging,
                cursor,
                false,
                Optional.of(opened));
    }

    private static ProblemException tooLong() {
        return ProblemException.of(
                new Problem(
                        ErrorCode.E4001,
                        "query-too-long",
                        "A search has at most " + LONGEST_QUERY + " characters.",
                        List.of(
                                new Violation(
                                        "q",
                                        "must have at most " + LONGEST_QUERY + " characters"))));
    }
}
