package io.sillok.processors.catalog.scan;

import io.sillok.processors.engine.Consequence;
import io.sillok.processors.engine.Reaction;
import io.sillok.schemas.catalog.MaterialEvent;
import io.sillok.schemas.catalog.ScanWork;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.WorkEnvelope;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// Every file that is taken in is scanned.
public final class WhenMaterialReceivedThenScan implements Reaction {

    @Override
    public String name() {
        return "when-material-received-then-scan";
    }

    @Override
    public Topic topic() {
        return Topics.WORK_SCANS;
    }

    @Override
    public List<Consequence> on(EventEnvelope<Object> event) {
        return event.event() instanceof MaterialEvent.Received received
                ? List.of(
                        new Consequence.Work(
                                WorkEnvelope.because(
                                        event,
                                        "scan",
                                        new ScanWork(received.material(), received.file()))))
                : List.of();
    }
}
