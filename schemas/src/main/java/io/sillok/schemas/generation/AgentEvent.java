package io.sillok.schemas.generation;

import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import java.util.Optional;

/// What happened to an agent.
public sealed interface AgentEvent extends AccountEvent, AboutPerson {

    AgentId agent();

    @Override
    default UserId person() {
        return owner();
    }

    @Override
    default Subject subject() {
        return agent().subject();
    }

    record Created(
            AgentId agent,
            UserId owner,
            @Personal Optional<String> name,
            @Personal Optional<String> instructions,
            Optional<String> model,
            Optional<Double> temperature)
            implements AgentEvent {}

    record Changed(
            AgentId agent,
            UserId owner,
            @Personal Optional<String> name,
            @Personal Optional<String> instructions,
            Optional<String> model,
            Optional<Double> temperature)
            implements AgentEvent {}

    /// Its last event.
    record Removed(AgentId agent, UserId owner) implements AgentEvent {}
}
