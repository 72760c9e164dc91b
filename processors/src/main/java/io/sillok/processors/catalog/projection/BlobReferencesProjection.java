package io.sillok.processors.catalog.projection;

import io.sillok.processors.engine.projection.LogRecord;
import io.sillok.processors.engine.projection.Projection;
import io.sillok.processors.engine.projection.Reading;
import io.sillok.processors.engine.projection.SubjectEvents;
import io.sillok.schemas.catalog.MaterialEvent;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// Which blobs are referred to, for the janitor: what is not here and old enough may go.
final class BlobReferencesProjection implements Projection<BlobReferences> {

    private static final SubjectEvents EVENTS = new SubjectEvents("materials");

    @Override
    public String name() {
        return "blob-references";
    }

    @Override
    public List<Topic> topics() {
        return List.of(Topics.CATALOG_EVENTS);
    }

    @Override
    public Reading<BlobReferences> read(LogRecord record) {
        return EVENTS.read(
                record,
                event -> before -> BlobReferences.evolve(before, (MaterialEvent) event.event()));
    }
}
