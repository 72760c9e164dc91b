package io.sillok.standalone.stage;

import io.sillok.platform.testkit.ledger.Invariant;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.envelope.EventEnvelope;
import java.util.HashMap;
import java.util.Map;

/// Holds at every prefix: no two categories in use have the same name.
public final class CategoryNamesAreUnique implements Invariant {

    private final Map<String, CategoryId> owners = new HashMap<>();
    private final Map<CategoryId, String> names = new HashMap<>();

    @Override
    public void after(EventEnvelope<Object> event) {
        switch (event.event()) {
            case CategoryEvent.Created(var id, var name) -> take(id, name);
            case CategoryEvent.Renamed(var id, var name) -> take(id, name);
            case CategoryEvent.Archived(var id) -> release(id);
            default -> {}
        }
    }

    private void take(CategoryId id, String name) {
        release(id);
        CategoryId owner = owners.putIfAbsent(name, id);
        if (owner != null) {
            throw new AssertionError(owner + " and " + id + " are both called " + name);
        }
        names.put(id, name);
    }

    private void release(CategoryId id) {
        String name = names.remove(id);
        if (name != null) {
            owners.remove(name);
        }
    }
}
