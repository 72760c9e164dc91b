package io.sillok.queryapi.catalog.search;

import static java.util.Objects.requireNonNull;

import io.sillok.schemas.envelope.Ids;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.opensearch.client.opensearch._types.FieldValue;

/// A place in sorted results: right after one of them.
///
/// @param key of the result before, as the order compares it
/// @param offset how many items came before
/// @param snapshot in which results are followed; empty when they are searched anew each time
record SearchCursor(SearchSort sort, String key, UUID id, long offset, Optional<String> snapshot) {

    SearchCursor {
        requireNonNull(id);
        FieldValue comparable = requireNonNull(sort).key(requireNonNull(key));
        if (offset < 0 || (comparable.isDouble() && !Double.isFinite(comparable.doubleValue()))) {
            throw new IllegalArgumentException("not a place in results");
        }
    }

    /// The place behind a part of the results of a search.
    ///
    /// @param last what the search engine sorted the last result by; in a snapshot it adds a key of
    ///   its own
    static SearchCursor after(SearchQuery query, List<FieldValue> last) {
        return new SearchCursor(
                query.sort(),
                text(last.getFirst()),
                Ids.parse(last.get(1).stringValue()),
                query.paging().offset() + query.paging().size(),
                query.snapshot());
    }

    List<FieldValue> values() {
        return List.of(sort.key(key), FieldValue.of(id.toString()));
    }

    private static String text(FieldValue value) {
        return switch (value._kind()) {
            case Double -> Double.toString(value.doubleValue());
            case Long -> Long.toString(value.longValue());
            case String -> value.stringValue();
            case Boolean, Null ->
                    throw new IllegalStateException(
                            "sorted by a "
                                    + value._kind().name().toLowerCase(Locale.ROOT)
                                    + ", which no order does");
        };
    }
}
