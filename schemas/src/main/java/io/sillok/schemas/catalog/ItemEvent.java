package io.sillok.schemas.catalog;

import io.sillok.schemas.money.Money;
import java.util.Optional;

/// What happened to an item.
public sealed interface ItemEvent {

    ItemId item();

    /// Something new is offered.
    ///
    /// @param owner id of who offers it
    record Created(
            ItemId item, String title, Optional<String> description, Money price, String owner)
            implements ItemEvent {}

    record Changed(ItemId item, String title, Optional<String> description, Money price)
            implements ItemEvent {}

    record Removed(ItemId item) implements ItemEvent {}
}
