package io.sillok.schemas.golden;

import static io.sillok.schemas.golden.Given.CATEGORY;

import io.sillok.schemas.catalog.CategoryCommand;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Subject;
import java.util.List;

/// Commands and events of categories.
final class CategorySamples {

    private static final Subject SUBJECT = CATEGORY.subject();

    /// Where categories were decided when the first samples were made.
    private static final BoundaryKey DIRECTORY = new BoundaryKey("categories");

    private CategorySamples() {}

    static List<Sample> all() {
        return List.of(
                Given.full(
                        "full", DIRECTORY, SUBJECT, new CategoryCommand.Create(CATEGORY, "안전 🦺")),
                Given.bare(
                        "bare", DIRECTORY, SUBJECT, new CategoryCommand.Create(CATEGORY, "Safety")),
                Given.full(
                        "full", DIRECTORY, SUBJECT, new CategoryCommand.Rename(CATEGORY, "보건 🩺")),
                Given.full("full", DIRECTORY, SUBJECT, new CategoryCommand.Archive(CATEGORY)),
                Given.event(
                        "full", DIRECTORY, SUBJECT, new CategoryEvent.Created(CATEGORY, "안전 🦺")),
                Given.event(
                        "full", DIRECTORY, SUBJECT, new CategoryEvent.Renamed(CATEGORY, "보건 🩺")),
                Given.event("full", DIRECTORY, SUBJECT, new CategoryEvent.Archived(CATEGORY)));
    }
}
