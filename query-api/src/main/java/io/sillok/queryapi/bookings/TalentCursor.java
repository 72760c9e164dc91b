package io.sillok.queryapi.bookings;

import static java.util.Objects.requireNonNull;

import io.sillok.schemas.bookings.TalentResource;
import java.util.UUID;

/// A place in a sorted list of talents: right after one of them.
///
/// @param key of the talent before, as the order compares it
/// @param offset how many items came before
record TalentCursor(TalentSort sort, String key, UUID id, long offset) {

    TalentCursor {
        requireNonNull(sort);
        requireNonNull(id);
        if (offset < 0 || key.length() > 200) {
            throw new IllegalArgumentException("not a place in a list of talents");
        }
        key = sort.checkedKey(key);
    }

    static TalentCursor after(TalentResource last, TalentSort sort, long offset) {
        return new TalentCursor(sort, sort.keyOf(last), last.id().value(), offset);
    }
}
