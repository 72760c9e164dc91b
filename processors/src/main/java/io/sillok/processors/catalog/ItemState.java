package io.sillok.processors.catalog;

import io.sillok.schemas.catalog.Item;
import java.util.Optional;

/// What the decider of one item knows: the item, once there is one.
record ItemState(Optional<Item> item) {

    static final ItemState NONE = new ItemState(Optional.empty());

    /// The item unless it was removed.
    Optional<Item> offered() {
        return item.filter(found -> !found.removed());
    }
}
