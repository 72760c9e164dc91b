package io.sillok.queryapi.catalog.search;

import static java.util.Objects.requireNonNull;

import io.sillok.schemas.envelope.Ids;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.opensearch.client.opensearch._types.FieldValue;

/// A place in sorted results: right after one of them.
///
/// @param key of the result before, as the order compares it
/// @param offset how many items came before
record SearchCursor(SearchSort sort, String key, UUID id, long offset) {

    SearchCursor {
        requireNonNull(id);
        FieldValue comparable = requireNonNull(sort).key(requireNonNull(key));
        if (offset < 0 || (comparable.isDouble() && !Double.isFinite(comparable.doubleValue()))) {
            throw new IllegalArgumentException("not a place in results");
        }
    }

    /// @param last what the search engine sorted the result before by
    static SearchCursor after(SearchSort sort, List<FieldValue> last, long offset) {
        return new SearchCursor(
                sort, text(last.getFirst()), Ids.parse(last.getLast().stringValue()), offset);
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
