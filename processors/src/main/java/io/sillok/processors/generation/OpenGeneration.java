package io.sillok.processors.generation;

import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.generation.Generation;
import io.sillok.schemas.generation.GenerationEvent;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.generation.GenerationStatus;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import java.util.Optional;

/// A generation that is not over, as the rules know it.
///
/// @param generation without its words
/// @param digest of what was asked; unreadable once the owner was erased
record OpenGeneration(Generation generation, @Personal Optional<String> digest)
        implements AboutPerson {

    static OpenGeneration of(EventEnvelope<GenerationEvent> asked, Optional<String> digest) {
        return new OpenGeneration(
                Generation.evolve(Optional.empty(), asked).withoutWords(), digest);
    }

    @Override
    public UserId person() {
        return generation.owner();
    }

    GenerationId id() {
        return generation.id();
    }

    GenerationStatus status() {
        return generation.progress().status();
    }

    int attempt() {
        return generation.progress().attempt();
    }

    /// Whether a worker has taken it up.
    boolean begun() {
        return attempt() > 0;
    }

    OpenGeneration after(EventEnvelope<GenerationEvent> next) {
        return new OpenGeneration(Generation.evolve(Optional.of(generation), next), digest);
    }
}
