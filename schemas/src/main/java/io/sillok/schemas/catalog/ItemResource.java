package io.sillok.schemas.catalog;

import io.sillok.schemas.envelope.Versioned;
import java.time.Instant;
import java.util.Optional;

/// An item as both APIs answer it.
///
/// @param version also its ETag
/// @param price a decimal number as text, with as many decimals as the currency has
/// @param currency of the price, three letters (ISO 4217)
/// @param owner id of who offers it
public record ItemResource(
        ItemId id,
        long version,
        String title,
        Optional<String> description,
        String price,
        String currency,
        String owner,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    public static ItemResource of(Item item) {
        return new ItemResource(
                item.id(),
                item.version(),
                item.title(),
                item.description(),
                item.price().amount(),
                item.price().currency(),
                item.owner(),
                item.createdAt(),
                item.updatedAt());
    }
}
