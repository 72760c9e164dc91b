package io.sillok.processors.catalog.projection;

import io.sillok.processors.engine.projection.LogRecord;
import io.sillok.processors.engine.projection.Projection;
import io.sillok.processors.engine.projection.Reading;
import io.sillok.processors.engine.projection.SubjectEvents;
import io.sillok.schemas.catalog.Category;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// One row per category.
final class CategoriesProjection implements Projection<Category> {

    private static final SubjectEvents EVENTS = new SubjectEvents("categories");

    @Override
    public String name() {
        return "categories";
    }

    @Override
    public List<Topic> topics() {
        return List.of(Topics.CATALOG_EVENTS);
    }

    @Override
    public Reading<Category> read(LogRecord record) {
        return EVENTS.read(
                record,
                event ->
                        before ->
                                Category.evolve(before, event.with((CategoryEvent) event.event())));
    }
}
