package io.sillok.schemas.generation;

import io.sillok.schemas.envelope.Versioned;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A generation as both APIs answer it, to its owner.
///
/// @param version also its ETag
/// @param attempt the newest; 0 while none began
/// @param agentId whom it was asked of
/// @param model which answered
/// @param cached whether the answer is an earlier generation's
/// @param problem why it failed
/// @param incidentId what a person quotes when it failed
/// @param responseTimeMs from the request to the end
public record GenerationResource(
        GenerationId id,
        long version,
        UserId owner,
        GenerationKind kind,
        GenerationStatus status,
        int attempt,
        @Personal Optional<Prompt> prompt,
        Optional<AgentId> agentId,
        Parameters parameters,
        @Personal Optional<Answer> answer,
        Optional<String> model,
        Optional<Usage> usage,
        Optional<Cost> cost,
        boolean cached,
        Optional<StopReason> stopReason,
        Optional<Problem> problem,
        Optional<String> incidentId,
        Optional<Integer> rating,
        @Personal Optional<String> comment,
        Optional<Long> responseTimeMs,
        Instant createdAt,
        Instant updatedAt)
        implements AboutPerson, Versioned {

    @Override
    public UserId person() {
        return owner;
    }

    public static GenerationResource of(Generation generation) {
        Progress progress = generation.progress();
        return new GenerationResource(
                generation.id(),
                generation.version(),
                generation.owner(),
                generation.kind(),
                progress.status(),
                progress.attempt(),
                generation.prompt(),
                generation.agent(),
                generation.parameters(),
                generation.answer(),
                generation.consumption().map(Consumption::model),
                generation.consumption().map(Consumption::usage),
                generation.consumption().map(Consumption::cost),
                progress.cachedFrom().isPresent(),
                progress.stopReason(),
                progress.problem(),
                progress.incident(),
                generation.rating(),
                generation.comment(),
                progress.endedAt()
                        .map(end -> Duration.between(generation.createdAt(), end).toMillis()),
                generation.createdAt(),
                generation.updatedAt());
    }
}
