package io.sillok.processors.catalog;

import io.sillok.processors.engine.ReferenceIndex;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.catalog.MaterialEvent;
import io.sillok.schemas.catalog.MaterialId;
import io.sillok.schemas.catalog.Sha256;
import io.sillok.schemas.envelope.EventEnvelope;
import java.util.List;

/// What the catalog's deciders may look up of each other: which categories are in use, and which
/// material first had certain bytes.
final class CatalogReferences implements ReferenceIndex {

    static String category(CategoryId id) {
        return "categories/" + id;
    }

    static String blob(Sha256 bytes) {
        return "blobs/" + bytes;
    }

    static String withdrawn(MaterialId id) {
        return "withdrawn/" + id;
    }

    @Override
    public List<Change> changes(EventEnvelope<Object> event) {
        return switch (event.event()) {
            case CategoryEvent.Created(var id, _) -> List.of(Change.note(category(id), "active"));
            case CategoryEvent.Archived(var id) -> List.of(Change.forget(category(id)));
            case MaterialEvent.Received received ->
                    List.of(
                            Change.noteFirst(
                                    blob(received.file().sha256()),
                                    received.material().toString()));
            case MaterialEvent.Withdrawn(var id) ->
                    List.of(Change.note(withdrawn(id), "withdrawn"));
            case MaterialEvent.Forgotten(var id) ->
                    List.of(Change.note(withdrawn(id), "forgotten"));
            default -> List.of();
        };
    }
}
