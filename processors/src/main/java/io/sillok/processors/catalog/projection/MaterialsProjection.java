package io.sillok.processors.catalog.projection;

import io.sillok.processors.engine.projection.LogRecord;
import io.sillok.processors.engine.projection.Projection;
import io.sillok.processors.engine.projection.Reading;
import io.sillok.processors.engine.projection.SubjectEvents;
import io.sillok.schemas.catalog.Material;
import io.sillok.schemas.catalog.MaterialEvent;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.Headers;
import java.util.List;

/// One row per material, withdrawn ones too.
///
/// @param name `materials` in Postgres, `materials-search` in OpenSearch
record MaterialsProjection(String name) implements Projection<Material> {

    private static final String FORGOTTEN = "io.sillok.catalog.material-forgotten.v1";
    private static final SubjectEvents EVENTS = new SubjectEvents("materials");

    @Override
    public List<Topic> topics() {
        return List.of(Topics.CATALOG_EVENTS);
    }

    /// When the log is read anew, the texts of materials that are forgotten further on are gone.
    @Override
    public boolean closes(LogRecord record) {
        return record.record().header(Headers.TYPE).filter(FORGOTTEN::equals).isPresent();
    }

    @Override
    public Reading<Material> read(LogRecord record) {
        return EVENTS.read(
                record,
                event ->
                        before ->
                                Material.evolve(before, event.with((MaterialEvent) event.event())));
    }
}
