package io.sillok.queryapi.catalog;

import static java.util.Objects.requireNonNull;

import io.sillok.schemas.catalog.MaterialResource;
import java.time.Instant;
import java.util.UUID;

/// A place in a sorted list of materials: right after one of them.
///
/// @param key of the material before, as the order compares it
/// @param offset how many items came before
record MaterialCursor(MaterialSort sort, String key, UUID id, long offset) {

    MaterialCursor {
        requireNonNull(sort);
        requireNonNull(id);
        if (offset < 0) {
            throw new IllegalArgumentException("an offset is not negative");
        }
        if (sort.isByTime()) {
            key = Instant.parse(key).toString();
        }
    }

    static MaterialCursor after(MaterialResource last, MaterialSort sort, long offset) {
        return new MaterialCursor(sort, sort.keyOf(last), last.id().value(), offset);
    }
}
