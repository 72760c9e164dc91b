package io.sillok.schemas.catalog;

import io.sillok.schemas.envelope.EventEnvelope;
import java.time.Instant;
import java.util.Optional;

/// A category as it is now: the fold of its events, the resource that the APIs answer.
///
/// @param archived out of use: no longer listed, its name free again
public record Category(
        CategoryId id,
        long version,
        String name,
        boolean archived,
        Instant createdAt,
        Instant updatedAt) {

    /// The category after one more event. Pure; events at or below `before`'s version change
    /// nothing.
    ///
    /// @param before empty when `next` is its first event
    public static Category evolve(Optional<Category> before, EventEnvelope<CategoryEvent> next) {
        if (before.isPresent() && before.get().version() >= next.sequence()) {
            return before.get();
        }
        return switch (next.event()) {
            case CategoryEvent.Created(var id, var name) ->
                    new Category(id, next.sequence(), name, false, next.time(), next.time());
            case CategoryEvent.Renamed(_, var name) ->
                    before.orElseThrow().changed(next, name, false);
            case CategoryEvent.Archived(_) -> {
                Category category = before.orElseThrow();
                yield category.changed(next, category.name(), true);
            }
        };
    }

    private Category changed(EventEnvelope<?> by, String newName, boolean nowArchived) {
        return new Category(id, by.sequence(), newName, nowArchived, createdAt, by.time());
    }
}
