package io.sillok.schemas.generation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A finished answer as it is given to who asked for code.
///
/// @param status `success`, or `stopped` when it ended before its time
/// @param responseTimeMs from the request to the end
/// @param cached whether it is an earlier generation's answer and cost nothing
public record GeneratedCode(
        String generatedCode,
        String explanation,
        String status,
        long responseTimeMs,
        GenerationId id,
        TokenCount usage,
        boolean cached,
        Optional<String> model) {

    /// The answer that came to its end, or was stopped before.
    ///
    /// @param asked when it was asked for
    public static GeneratedCode of(AnswerEnd end, Instant asked) {
        return new GeneratedCode(
                end.answer().flatMap(Answer::code).orElse(""),
                end.answer().flatMap(Answer::explanation).orElse(""),
                end.status() == GenerationStatus.COMPLETED ? "success" : end.status().word(),
                Math.max(0, Duration.between(asked, end.time()).toMillis()),
                end.generation(),
                TokenCount.of(end.usage().orElse(Usage.NONE)),
                end.cached(),
                end.model());
    }

    /// What it took.
    ///
    /// @param estimated whether the model's endpoint did not say
    public record TokenCount(
            long promptTokens, long completionTokens, long totalTokens, boolean estimated) {

        public static TokenCount of(Usage usage) {
            return new TokenCount(
                    usage.promptTokens(),
                    usage.completionTokens(),
                    usage.total(),
                    usage.estimated());
        }
    }
}
