package io.sillok.processors.catalog;

import io.sillok.schemas.catalog.Category;
import java.util.Optional;

/// A category as its decider remembers it.
///
/// @param category empty before it was created
record CategoryState(Optional<Category> category) {

    static final CategoryState NONE = new CategoryState(Optional.empty());

    /// The category, unless it is archived.
    Optional<Category> inUse() {
        return category.filter(found -> !found.archived());
    }
}
