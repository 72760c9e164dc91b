package io.sillok.processors.generation.projection;

import io.sillok.processors.engine.projection.LogRecord;
import io.sillok.processors.engine.projection.Projection;
import io.sillok.processors.engine.projection.Reading;
import io.sillok.processors.engine.projection.SubjectEvents;
import io.sillok.schemas.generation.Generation;
import io.sillok.schemas.generation.GenerationEvent;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// One row per generation, forgotten ones too.
final class GenerationsProjection implements Projection<Generation> {

    private final SubjectEvents events;

    GenerationsProjection(PersonKeys keys) {
        this.events = new SubjectEvents("generations", keys);
    }

    @Override
    public String name() {
        return "generations";
    }

    @Override
    public List<Topic> topics() {
        return List.of(Topics.GENERATION_EVENTS);
    }

    @Override
    public Reading<Generation> read(LogRecord record) {
        return events.read(
                record,
                event ->
                        before ->
                                Generation.evolve(
                                        before, event.with((GenerationEvent) event.event())));
    }
}
