package io.sillok.processors.generation.model;

import io.sillok.schemas.generation.Usage;

/// How asking a model ended.
public sealed interface ModelResult {

    /// It has answered.
    ///
    /// @param model which did, as the endpoint calls it
    /// @param text all of it, as it was given to the sink
    record Answered(String model, String text, Usage usage) implements ModelResult {}

    /// It was told to stop.
    ///
    /// @param text as far as it had come
    /// @param usage estimated
    record Stopped(String model, String text, Usage usage) implements ModelResult {}

    /// There is no answer, or not a whole one.
    ///
    /// @param text as far as it had come; only when it is empty something else may still be tried
    /// @param usage estimated; none when it said nothing
    record Failed(String model, ModelFault fault, String text, Usage usage)
            implements ModelResult {}

    /// A failure before anything was said.
    static ModelResult unanswered(String model, ModelFault fault) {
        return new Failed(model, fault, "", Usage.NONE);
    }
}
