package io.sillok.schemas.catalog;

/// What happened to a category.
public sealed interface CategoryEvent {

    CategoryId category();

    record Created(CategoryId category, String name) implements CategoryEvent {}

    record Renamed(CategoryId category, String name) implements CategoryEvent {}

    record Archived(CategoryId category) implements CategoryEvent {}
}
