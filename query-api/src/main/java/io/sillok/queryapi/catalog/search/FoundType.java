package io.sillok.queryapi.catalog.search;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import java.util.stream.Stream;

/// The types of things that are searched, each in an index of its own.
enum FoundType {
    MATERIAL("material", "materials"),
    ITEM("item", "items"),
    POST("post", "posts"),
    TALENT("talent", "talents");

    private final String word;
    private final String index;

    FoundType(String word, String index) {
        this.word = word;
        this.index = index;
    }

    /// The type that this word of the API names.
    static Optional<FoundType> named(String word) {
        return Stream.of(values()).filter(type -> type.word.equals(word)).findAny();
    }

    /// All words there are.
    static String words() {
        return Stream.of(values()).map(FoundType::word).collect(joining(", "));
    }

    /// As documents and the API have it.
    String word() {
        return word;
    }

    /// Without namespace and version.
    String index() {
        return index;
    }
}
