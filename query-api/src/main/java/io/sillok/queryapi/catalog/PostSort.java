package io.sillok.queryapi.catalog;

import static java.util.stream.Collectors.joining;

import io.sillok.schemas.catalog.PostResource;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// The orders a list of posts can have. Each ends with the id, so that none is ambiguous.
enum PostSort {
    NEWEST("-created_at"),
    OLDEST("created_at"),
    LAST_UPDATED("-updated_at"),
    FIRST_UPDATED("updated_at"),
    TITLE("title"),
    TITLE_REVERSED("-title");

    private final String word;

    PostSort(String word) {
        this.word = word;
    }

    /// The order that this word of the API names.
    static Optional<PostSort> named(String word) {
        return Stream.of(values()).filter(sort -> sort.word.equals(word)).findAny();
    }

    /// All words there are.
    static String words() {
        return Stream.of(values()).map(PostSort::word).collect(joining(", "));
    }

    String word() {
        return word;
    }

    /// What the order compares before the id.
    String keyOf(PostResource post) {
        return switch (this) {
            case NEWEST, OLDEST -> post.createdAt().toString();
            case LAST_UPDATED, FIRST_UPDATED -> post.updatedAt().toString();
            case TITLE, TITLE_REVERSED -> post.title();
        };
    }

    /// The key of a place in this order, as it came from a caller.
    ///
    /// @throws RuntimeException when it is nothing this order compares
    String checked(String key) {
        return switch (this) {
            case NEWEST, OLDEST, LAST_UPDATED, FIRST_UPDATED -> Instant.parse(key).toString();
            case TITLE, TITLE_REVERSED -> key;
        };
    }
}
