package io.sillok.schemas.generation;

import io.sillok.schemas.envelope.Versioned;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import java.time.Instant;
import java.util.Optional;

/// An agent as both APIs answer it, to its owner.
///
/// @param version also its ETag
public record AgentResource(
        AgentId id,
        long version,
        UserId owner,
        @Personal Optional<String> name,
        @Personal Optional<String> instructions,
        Optional<String> model,
        Optional<Double> temperature,
        Instant createdAt,
        Instant updatedAt)
        implements AboutPerson, Versioned {

    @Override
    public UserId person() {
        return owner;
    }

    public static AgentResource of(Agent agent) {
        return new AgentResource(
                agent.id(),
                agent.version(),
                agent.owner(),
                agent.name(),
                agent.instructions(),
                agent.model(),
                agent.temperature(),
                agent.createdAt(),
                agent.updatedAt());
    }
}
