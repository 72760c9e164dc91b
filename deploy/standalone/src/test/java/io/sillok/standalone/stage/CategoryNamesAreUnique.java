package io.sillok.standalone.stage;

import io.sillok.platform.testkit.ledger.Invariant;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.envelope.EventEnvelope;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Holds at the end: no two categories in use have names that read the same. That it held before is
/// for the claims' own order to show.
public final class CategoryNamesAreUnique implements Invariant {

    private final Map<CategoryId, String> names = new HashMap<>();

    @Override
    public void after(EventEnvelope<Object> event) {
        switch (event.event()) {
            case CategoryEvent.Created(var id, var name) -> names.put(id, name);
            case CategoryEvent.Renamed(var id, var name) -> names.put(id, name);
            case CategoryEvent.Archived(var id) -> names.remove(id);
            default -> {}
        }
    }

    @Override
    public void atEnd() {
        Map<String, CategoryId> owners = new HashMap<>();
        names.forEach(
                (id, name) -> {
                    CategoryId owner = owners.putIfAbsent(read(name), id);
                    if (owner != null) {
                        throw new AssertionError(owner + " and " + id + " are both called " + name);
                    }
                });
    }

    private static String read(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
