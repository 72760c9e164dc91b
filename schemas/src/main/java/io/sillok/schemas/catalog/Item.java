package io.sillok.schemas.catalog;

import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.money.Money;
import java.time.Instant;
import java.util.Optional;

/// An item as it is now: the fold of its events, the resource that the APIs answer.
///
/// @param owner id of who offers it
/// @param removed no longer offered; nothing is left of what it said then
public record Item(
        ItemId id,
        long version,
        String title,
        Optional<String> description,
        Money price,
        String owner,
        boolean removed,
        Instant createdAt,
        Instant updatedAt) {

    /// The item after one more event. Pure; events at or below `before`'s version change nothing.
    ///
    /// @param before empty when `next` is its first event
    public static Item evolve(Optional<Item> before, EventEnvelope<ItemEvent> next) {
        if (before.isPresent() && before.get().version() >= next.sequence()) {
            return before.get();
        }
        return switch (next.event()) {
            case ItemEvent.Created(var id, var title, var description, var price, var owner) ->
                    new Item(
                            id,
                            next.sequence(),
                            title,
                            description,
                            price,
                            owner,
                            false,
                            next.time(),
                            next.time());
            case ItemEvent.Changed(_, var title, var description, var price) ->
                    before.orElseThrow().changed(next, title, description, price);
            case ItemEvent.Removed(_) -> before.orElseThrow().gone(next);
        };
    }

    private Item changed(
            EventEnvelope<?> by, String newTitle, Optional<String> newDescription, Money newPrice) {
        return new Item(
                id,
                by.sequence(),
                newTitle,
                newDescription,
                newPrice,
                owner,
                removed,
                createdAt,
                by.time());
    }

    private Item gone(EventEnvelope<?> by) {
        return new Item(
                id, by.sequence(), "", Optional.empty(), price, owner, true, createdAt, by.time());
    }
}
