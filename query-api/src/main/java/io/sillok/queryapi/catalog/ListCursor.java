package io.sillok.queryapi.catalog;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/// A place in a sorted list: right after one of its resources.
///
/// @param sort the word of the order
/// @param key of the resource before, as the order compares it
/// @param offset how many came before
/// @param total how many there were in all when the list was begun: counting again for each part
///   would cost more than reading it
record ListCursor(String sort, String key, UUID id, long offset, long total) {

    ListCursor {
        requireNonNull(sort);
        requireNonNull(key);
        requireNonNull(id);
        if (offset < 0 || total < 0) {
            throw new IllegalArgumentException("not a place in a list");
        }
    }
}
