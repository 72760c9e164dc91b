package io.sillok.schemas.generation;

import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.problems.Problem;
import java.time.Instant;
import java.util.Optional;

/// How a generation ended.
///
/// @param version of the generation then
/// @param chunks that the attempt streamed, where that is known; else 0
/// @param answer as far as it had come
/// @param model which answered
public record AnswerEnd(
        GenerationId generation,
        long version,
        GenerationStatus status,
        int attempt,
        int chunks,
        Optional<Answer> answer,
        Optional<String> model,
        Optional<Usage> usage,
        boolean cached,
        Optional<StopReason> stopReason,
        Optional<Problem> problem,
        Optional<String> incident,
        Instant time) {

    /// The end that an event is; empty when it is none.
    public static Optional<AnswerEnd> of(EventEnvelope<?> happened) {
        if (!(happened.event() instanceof GenerationEvent event)) {
            return Optional.empty();
        }
        return switch (event) {
            case GenerationEvent.Completed(
                            var id,
                            _,
                            var tries,
                            var said,
                            var took,
                            var n,
                            var by) ->
                    Optional.of(
                            new AnswerEnd(
                                    id,
                                    happened.sequence(),
                                    GenerationStatus.COMPLETED,
                                    tries,
                                    n,
                                    said,
                                    Optional.of(took.model()),
                                    Optional.of(took.usage()),
                                    by.isPresent(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    happened.time()));
            case GenerationEvent.Failed(var id, _, var tries, var why, var quoted, var took) ->
                    Optional.of(
                            new AnswerEnd(
                                    id,
                                    happened.sequence(),
                                    GenerationStatus.FAILED,
                                    tries,
                                    0,
                                    Optional.empty(),
                                    took.map(Consumption::model),
                                    took.map(Consumption::usage),
                                    false,
                                    Optional.empty(),
                                    Optional.of(why),
                                    Optional.of(quoted),
                                    happened.time()));
            case GenerationEvent.Stopped(var id, _, var tries, var why, var said, var took) ->
                    Optional.of(
                            new AnswerEnd(
                                    id,
                                    happened.sequence(),
                                    GenerationStatus.STOPPED,
                                    tries,
                                    0,
                                    said,
                                    took.map(Consumption::model),
                                    took.map(Consumption::usage),
                                    false,
                                    Optional.of(why),
                                    Optional.empty(),
                                    Optional.empty(),
                                    happened.time()));
            case GenerationEvent.Requested _,
                    GenerationEvent.Started _,
                    GenerationEvent.StopRequested _,
                    GenerationEvent.Rated _,
                    GenerationEvent.Forgotten _ ->
                    Optional.empty();
        };
    }

    /// The end of a generation that is over; empty while it is not.
    public static Optional<AnswerEnd> of(GenerationResource generation) {
        if (!generation.status().isFinal()) {
            return Optional.empty();
        }
        return Optional.of(
                new AnswerEnd(
                        generation.id(),
                        generation.version(),
                        generation.status(),
                        generation.cached() ? 0 : generation.attempt(),
                        0,
                        generation.answer(),
                        generation.model(),
                        generation.usage(),
                        generation.cached(),
                        generation.stopReason(),
                        generation.problem(),
                        generation.incidentId(),
                        generation
                                .responseTimeMs()
                                .map(generation.createdAt()::plusMillis)
                                .orElse(generation.updatedAt())));
    }
}
