package io.sillok.schemas.catalog;

import io.sillok.schemas.envelope.Versioned;
import java.time.Instant;

/// A category as both APIs answer it.
///
/// @param version also its ETag
/// @param archived out of use; its name is free again
public record CategoryResource(
        CategoryId id,
        long version,
        String name,
        boolean archived,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    public static CategoryResource of(Category category) {
        return new CategoryResource(
                category.id(),
                category.version(),
                category.name(),
                category.archived(),
                category.createdAt(),
                category.updatedAt());
    }
}
