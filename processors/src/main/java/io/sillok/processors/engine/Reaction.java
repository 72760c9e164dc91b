package io.sillok.processors.engine;

import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.topics.Topic;
import java.util.List;

/// A step of a process: when this has happened, that is to be done. Runs in the transaction that
/// writes the event, so the event and what follows from it appear together or not at all. Pure.
/// Named as a sentence: `WhenMaterialReceivedThenScan`.
public interface Reaction {

    /// Its name in the topology, kebab-case.
    String name();

    /// Where its consequences go: work to a topic of work, commands to one of commands, what is
    /// kept to a compacted one.
    Topic topic();

    List<Consequence> on(EventEnvelope<Object> event);
}
