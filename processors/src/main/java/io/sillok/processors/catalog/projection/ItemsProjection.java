package io.sillok.processors.catalog.projection;

import io.sillok.processors.engine.projection.LogRecord;
import io.sillok.processors.engine.projection.Projection;
import io.sillok.processors.engine.projection.Reading;
import io.sillok.processors.engine.projection.SubjectEvents;
import io.sillok.schemas.catalog.Item;
import io.sillok.schemas.catalog.ItemEvent;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// One row per item, also when it is gone.
///
/// @param name `items` in Postgres, `items-search` in OpenSearch
record ItemsProjection(String name) implements Projection<Item> {

    private static final SubjectEvents EVENTS = new SubjectEvents("items");

    @Override
    public List<Topic> topics() {
        return List.of(Topics.CATALOG_EVENTS);
    }

    @Override
    public Reading<Item> read(LogRecord record) {
        return EVENTS.read(
                record,
                event -> before -> Item.evolve(before, event.with((ItemEvent) event.event())));
    }
}
