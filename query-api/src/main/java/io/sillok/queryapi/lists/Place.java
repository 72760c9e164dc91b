package io.sillok.queryapi.lists;

import static java.util.Objects.requireNonNull;

import io.sillok.platform.web.http.Total;
import java.util.List;
import java.util.UUID;

/// A place in a list: right after one of its resources. What a cursor says.
///
/// @param order the word of the order
/// @param key of the resource before, as the order compares it
/// @param id of the resource before
/// @param offset how many came before
/// @param total how many there were in all when the list was begun: counting again for each part
///   would cost more than reading it
public record Place(String order, List<String> key, UUID id, long offset, Total total) {

    public Place {
        requireNonNull(order);
        requireNonNull(id);
        key = List.copyOf(key);
        requireNonNull(total);
        if (offset < 0) {
            throw new IllegalArgumentException("not a place in a list");
        }
    }
}
