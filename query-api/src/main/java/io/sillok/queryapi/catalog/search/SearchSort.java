package io.sillok.queryapi.catalog.search;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.SortOptions;
import org.opensearch.client.opensearch._types.SortOrder;

/// The orders that results can have. Each ends with the id, so that none is ambiguous.
enum SearchSort {
    RELEVANCE("relevance"),
    NEWEST("-created_at"),
    OLDEST("created_at"),
    TITLE("title"),
    TITLE_REVERSED("-title");

    private static final SortOptions BY_ID = by("id", SortOrder.Asc);

    private final String word;

    SearchSort(String word) {
        this.word = word;
    }

    /// The order that this word of the API names.
    static Optional<SearchSort> named(String word) {
        return Stream.of(values()).filter(sort -> sort.word.equals(word)).findAny();
    }

    /// All words there are.
    static String words() {
        return Stream.of(values()).map(sort -> sort.word).collect(joining(", "));
    }

    List<SortOptions> options() {
        return switch (this) {
            case RELEVANCE ->
                    List.of(
                            SortOptions.of(s -> s.score(score -> score.order(SortOrder.Desc))),
                            BY_ID);
            case NEWEST -> List.of(by("created_at", SortOrder.Desc), BY_ID);
            case OLDEST -> List.of(by("created_at", SortOrder.Asc), BY_ID);
            case TITLE -> List.of(by("title.exact", SortOrder.Asc), BY_ID);
            case TITLE_REVERSED -> List.of(by("title.exact", SortOrder.Desc), BY_ID);
        };
    }

    /// What stands in a cursor as text, as the search engine wants it back.
    ///
    /// @throws IllegalArgumentException when it is nothing this order compares
    FieldValue key(String text) {
        return switch (this) {
            case RELEVANCE -> FieldValue.of(Double.parseDouble(text));
            case NEWEST, OLDEST -> FieldValue.of(Long.parseLong(text));
            case TITLE, TITLE_REVERSED -> FieldValue.of(text);
        };
    }

    private static SortOptions by(String field, SortOrder order) {
        return SortOptions.of(s -> s.field(f -> f.field(field).order(order)));
    }
}
