package io.sillok.processors.engine;

import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.WorkEnvelope;
import io.sillok.schemas.topics.Topic;
import java.util.List;

/// A step of a process: when this has happened, that is to be done. Runs in the transaction that
/// writes the event, so the event and its work appear together or not at all. Pure. Named as a
/// sentence: `WhenMaterialReceivedThenScan`.
public interface Reaction {

    /// Its name in the topology, kebab-case.
    String name();

    /// Where its work goes.
    Topic topic();

    List<WorkEnvelope<?>> on(EventEnvelope<Object> event);
}
