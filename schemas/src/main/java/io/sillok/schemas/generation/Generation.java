package io.sillok.schemas.generation;

import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A generation as it is now: the fold of its events.
///
/// @param streamed whether it was asked for token by token
/// @param answer as far as it had come, when it was stopped
/// @param consumption what it took; absent while it is not over, or when it took nothing
/// @param forgotten nothing is left of what was asked and said
public record Generation(
        GenerationId id,
        long version,
        UserId owner,
        GenerationKind kind,
        boolean streamed,
        @Personal Optional<Prompt> prompt,
        Optional<AgentId> agent,
        Parameters parameters,
        Progress progress,
        @Personal Optional<Answer> answer,
        Optional<Consumption> consumption,
        Optional<Integer> rating,
        @Personal Optional<String> comment,
        boolean forgotten,
        Instant createdAt,
        Instant updatedAt)
        implements AboutPerson {

    @Override
    public UserId person() {
        return owner;
    }

    /// The generation after one more event. Pure; events at or below `before`'s version change
    /// nothing.
    ///
    /// @param before empty when `next` is its first event
    public static Generation evolve(
            Optional<Generation> before, EventEnvelope<GenerationEvent> next) {
        if (before.isPresent() && before.get().version() >= next.sequence()) {
            return before.get();
        }
        Instant time = next.time();
        return switch (next.event()) {
            case GenerationEvent.Requested asked -> requested(asked, next);
            case GenerationEvent.Started(_, _, var attempt) ->
                    before.orElseThrow().at(p -> p.started(attempt), next);
            case GenerationEvent.StopRequested(_, _, var reason) ->
                    before.orElseThrow().at(p -> p.stopping(reason), next);
            case GenerationEvent.Completed(_, _, _, var answer, var took, var chunks, var from) ->
                    before.orElseThrow()
                            .at(p -> p.completed(chunks, from, time), next)
                            .saying(answer, Optional.of(took));
            case GenerationEvent.Failed(_, _, _, var problem, var incident, var took) ->
                    before.orElseThrow()
                            .at(p -> p.failed(problem, incident, time), next)
                            .saying(Optional.empty(), took);
            case GenerationEvent.Stopped(_, _, _, var reason, var answer, var took) ->
                    before.orElseThrow()
                            .at(p -> p.stopped(reason, time), next)
                            .saying(answer, took);
            case GenerationEvent.Rated(_, _, var rating, var comment) ->
                    before.orElseThrow().at(p -> p, next).rated(rating, comment);
            case GenerationEvent.Forgotten _ -> before.orElseThrow().at(p -> p, next).empty();
        };
    }

    /// The same without what was asked and said; enough for the rules.
    public Generation withoutWords() {
        return with(
                Optional.empty(),
                Optional.empty(),
                consumption,
                rating,
                Optional.empty(),
                forgotten);
    }

    private static Generation requested(GenerationEvent.Requested asked, EventEnvelope<?> by) {
        return new Generation(
                asked.generation(),
                by.sequence(),
                asked.owner(),
                asked.kind(),
                asked.streamed(),
                asked.prompt(),
                asked.agent(),
                asked.parameters(),
                Progress.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                by.time(),
                by.time());
    }

    private Generation at(UnaryOperator<Progress> step, EventEnvelope<?> by) {
        return new Generation(
                id,
                by.sequence(),
                owner,
                kind,
                streamed,
                prompt,
                agent,
                parameters,
                step.apply(progress),
                answer,
                consumption,
                rating,
                comment,
                forgotten,
                createdAt,
                by.time());
    }

    private Generation saying(Optional<Answer> said, Optional<Consumption> took) {
        return with(prompt, said, took, rating, comment, forgotten);
    }

    private Generation rated(int stars, Optional<String> words) {
        return with(prompt, answer, consumption, Optional.of(stars), words, forgotten);
    }

    private Generation empty() {
        return with(
                Optional.empty(), Optional.empty(), consumption, rating, Optional.empty(), true);
    }

    private Generation with(
            Optional<Prompt> asked,
            Optional<Answer> said,
            Optional<Consumption> took,
            Optional<Integer> stars,
            Optional<String> words,
            boolean gone) {
        return new Generation(
                id,
                version,
                owner,
                kind,
                streamed,
                asked,
                agent,
                parameters,
                progress,
                said,
                took,
                stars,
                words,
                gone,
                createdAt,
                updatedAt);
    }
}
