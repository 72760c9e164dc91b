package io.sillok.queryapi.catalog;

import static java.util.Objects.requireNonNull;

import io.sillok.platform.web.http.Paging;
import io.sillok.queryapi.http.Cursor;
import io.sillok.schemas.catalog.CategoryResource;
import java.util.UUID;

/// A place in the list of categories: right after one of them.
///
/// @param offset how many items came before
record CategoryCursor(String name, UUID id, long offset) {

    CategoryCursor {
        requireNonNull(name);
        requireNonNull(id);
        if (offset < 0) {
            throw new IllegalArgumentException("an offset is not negative");
        }
    }

    static CategoryCursor after(CategoryResource last, Paging paging) {
        return new CategoryCursor(last.name(), last.id().value(), paging.offset() + paging.size());
    }

    static CategoryCursor parse(String text) {
        return Cursor.read(text, CategoryCursor.class);
    }

    String text() {
        return Cursor.write(this);
    }
}
