package io.sillok.schemas.generation;

import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import java.util.Optional;

/// What can be asked of an agent. Sent for its owner.
public sealed interface AgentCommand extends AccountCommand, AboutPerson {

    AgentId agent();

    @Override
    default UserId person() {
        return owner();
    }

    @Override
    default Subject subject() {
        return agent().subject();
    }

    /// Have an agent.
    ///
    /// @param instructions what the model is told before every question
    record Create(
            AgentId agent,
            UserId owner,
            @Personal Optional<String> name,
            @Personal Optional<String> instructions,
            Optional<String> model,
            Optional<Double> temperature)
            implements AgentCommand {}

    /// Say all of it anew, as it shall be.
    record Change(
            AgentId agent,
            UserId owner,
            @Personal Optional<String> name,
            @Personal Optional<String> instructions,
            Optional<String> model,
            Optional<Double> temperature)
            implements AgentCommand {}

    /// Let it go. Also sent by the platform when the owner is erased.
    record Remove(AgentId agent, UserId owner) implements AgentCommand {}
}
