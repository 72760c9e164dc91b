package io.sillok.queryapi.catalog;

import static java.util.stream.Collectors.joining;

import io.sillok.schemas.catalog.MaterialResource;
import java.util.Optional;
import java.util.stream.Stream;

/// The orders a list of materials can have. Each ends with the id, so that none is ambiguous.
enum MaterialSort {
    NEWEST("-created_at"),
    OLDEST("created_at"),
    LAST_UPDATED("-updated_at"),
    FIRST_UPDATED("updated_at"),
    TITLE("title"),
    TITLE_REVERSED("-title");

    private final String word;

    MaterialSort(String word) {
        this.word = word;
    }

    /// The order that this word of the API names.
    static Optional<MaterialSort> named(String word) {
        return Stream.of(values()).filter(sort -> sort.word.equals(word)).findAny();
    }

    /// All words there are.
    static String words() {
        return Stream.of(values()).map(sort -> sort.word).collect(joining(", "));
    }

    /// What the order compares before the id.
    String keyOf(MaterialResource material) {
        return switch (this) {
            case NEWEST, OLDEST -> material.createdAt().toString();
            case LAST_UPDATED, FIRST_UPDATED -> material.updatedAt().toString();
            case TITLE, TITLE_REVERSED -> material.title();
        };
    }

    boolean isByTime() {
        return switch (this) {
            case NEWEST, OLDEST, LAST_UPDATED, FIRST_UPDATED -> true;
            case TITLE, TITLE_REVERSED -> false;
        };
    }
}
