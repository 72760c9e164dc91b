package io.sillok.schemas.catalog;

/// What can be asked of a category.
public sealed interface CategoryCommand {

    CategoryId category();

    /// Add a category. Its name must not be in use.
    record Create(CategoryId category, String name) implements CategoryCommand {}

    /// Give it another name.
    record Rename(CategoryId category, String name) implements CategoryCommand {}

    /// Take it out of use and free its name; materials keep pointing to it.
    record Archive(CategoryId category) implements CategoryCommand {}
}
