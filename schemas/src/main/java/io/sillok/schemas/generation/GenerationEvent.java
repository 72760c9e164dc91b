package io.sillok.schemas.generation;

import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.Problem;
import java.util.Optional;

/// What happened to a generation.
public sealed interface GenerationEvent extends AccountEvent, AboutPerson {

    GenerationId generation();

    @Override
    default UserId person() {
        return owner();
    }

    @Override
    default Subject subject() {
        return generation().subject();
    }

    /// A model is to answer, and what that may take is reserved; or, when `cached`, the answer is
    /// there and follows at once.
    ///
    /// @param instructions of the agent at that moment
    /// @param parameters with those of the agent, and with the most tokens that the answer may have
    record Requested(
            GenerationId generation,
            UserId owner,
            GenerationKind kind,
            boolean streamed,
            @Personal Optional<Prompt> prompt,
            Optional<AgentId> agent,
            @Personal Optional<String> instructions,
            Parameters parameters,
            boolean cached)
            implements GenerationEvent {}

    /// A worker has the model answer. What an earlier attempt streamed counts no more.
    ///
    /// @param attempt from 1
    record Started(GenerationId generation, UserId owner, int attempt) implements GenerationEvent {}

    /// The answer is not wanted any more. Whoever works on it stops and says what it took.
    record StopRequested(GenerationId generation, UserId owner, StopReason reason)
            implements GenerationEvent {}

    /// There is an answer. Final but for feedback.
    ///
    /// @param attempt whose it is; 0 when it is an earlier generation's
    /// @param chunks that the attempt streamed, so that a reader of the stream knows the last one
    /// @param cachedFrom the generation that had been answered so; this one took nothing then
    record Completed(
            GenerationId generation,
            UserId owner,
            int attempt,
            @Personal Optional<Answer> answer,
            Consumption consumption,
            int chunks,
            Optional<GenerationId> cachedFrom)
            implements GenerationEvent {}

    /// There is no answer. Final.
    ///
    /// @param incident what a person quotes: `INC-20260131-9A0B1C2D`
    record Failed(
            GenerationId generation,
            UserId owner,
            int attempt,
            Problem problem,
            String incident,
            Optional<Consumption> consumption)
            implements GenerationEvent {}

    /// It ended before its time, as was asked for. Final but for feedback.
    ///
    /// @param answer as far as it had come
    record Stopped(
            GenerationId generation,
            UserId owner,
            int attempt,
            StopReason reason,
            @Personal Optional<Answer> answer,
            Optional<Consumption> consumption)
            implements GenerationEvent {}

    /// Its owner said how good the answer was.
    ///
    /// @param rating from 1 to 5
    record Rated(
            GenerationId generation, UserId owner, int rating, @Personal Optional<String> comment)
            implements GenerationEvent {}

    /// Nothing is kept of it.
    record Forgotten(GenerationId generation, UserId owner) implements GenerationEvent {}
}
