package io.sillok.schemas.catalog;

import io.sillok.schemas.money.Money;
import java.util.Optional;

/// What can be asked of an item.
public sealed interface ItemCommand {

    ItemId item();

    /// Offer something new; it becomes the sender's.
    record Create(ItemId item, String title, Optional<String> description, Money price)
            implements ItemCommand {}

    /// Replace title, description and price.
    record Change(ItemId item, String title, Optional<String> description, Money price)
            implements ItemCommand {}

    /// Offer it no longer.
    record Remove(ItemId item) implements ItemCommand {}
}
