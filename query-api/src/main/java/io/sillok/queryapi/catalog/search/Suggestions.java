package io.sillok.queryapi.catalog.search;

import java.util.List;

/// What may be meant, the best first.
public record Suggestions(List<Suggestion> items) {

    public Suggestions {
        items = List.copyOf(items);
    }
}
