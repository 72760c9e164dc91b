package io.sillok.processors.generation.projection;

import io.sillok.processors.engine.projection.LogRecord;
import io.sillok.processors.engine.projection.Projection;
import io.sillok.processors.engine.projection.Reading;
import io.sillok.processors.engine.projection.SubjectEvents;
import io.sillok.schemas.generation.Agent;
import io.sillok.schemas.generation.AgentEvent;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// One row per agent, removed ones too.
final class AgentsProjection implements Projection<Agent> {

    private final SubjectEvents events;

    AgentsProjection(PersonKeys keys) {
        this.events = new SubjectEvents("agents", keys);
    }

    @Override
    public String name() {
        return "agents";
    }

    @Override
    public List<Topic> topics() {
        return List.of(Topics.GENERATION_EVENTS);
    }

    @Override
    public Reading<Agent> read(LogRecord record) {
        return events.read(
                record,
                event -> before -> Agent.evolve(before, event.with((AgentEvent) event.event())));
    }
}
