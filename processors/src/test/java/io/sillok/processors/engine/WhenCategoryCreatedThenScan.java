package io.sillok.processors.engine;

import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.catalog.MaterialId;
import io.sillok.schemas.catalog.ScanWork;
import io.sillok.schemas.catalog.Sha256;
import io.sillok.schemas.catalog.StoredFile;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.WorkEnvelope;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// A reaction for tests: each new category asks for some work.
final class WhenCategoryCreatedThenScan implements Reaction {

    private static final StoredFile FILE =
            new StoredFile("a.txt", "a.txt", "text/plain", 1, new Sha256("0".repeat(64)));

    @Override
    public String name() {
        return "when-category-created-then-scan";
    }

    @Override
    public Topic topic() {
        return Topics.WORK_SCANS;
    }

    @Override
    public List<Consequence> on(EventEnvelope<Object> event) {
        return event.event() instanceof CategoryEvent.Created(var id, _)
                ? List.of(
                        new Consequence.Work(
                                WorkEnvelope.because(
                                        event,
                                        name(),
                                        new ScanWork(new MaterialId(id.value()), FILE))))
                : List.of();
    }
}
