package io.sillok.processors.catalog;

import io.sillok.schemas.catalog.Category;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.envelope.EventEnvelope;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// All categories at once, so that one decision sees every name.
///
/// @param categories by id, in the order of their creation
record CategoryDirectory(Map<String, Category> categories) {

    static final CategoryDirectory EMPTY = new CategoryDirectory(Map.of());

    CategoryDirectory {
        categories = new LinkedHashMap<>(categories);
    }

    Optional<Category> find(CategoryId id) {
        return Optional.ofNullable(categories.get(id.toString()));
    }

    /// True when a category in use, other than `except`, has a name that reads the same.
    boolean isTaken(String name, CategoryId except) {
        String wanted = normal(name);
        return categories.values().stream()
                .filter(category -> !category.archived())
                .filter(category -> !category.id().equals(except))
                .anyMatch(category -> normal(category.name()).equals(wanted));
    }

    CategoryDirectory evolve(EventEnvelope<CategoryEvent> event) {
        CategoryId id = event.event().category();
        Map<String, Category> next = new LinkedHashMap<>(categories);
        next.put(id.toString(), Category.evolve(find(id), event));
        return new CategoryDirectory(next);
    }

    /// What two names share when people would call them the same: NFKC, one space, lower case.
    private static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
