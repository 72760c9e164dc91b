package io.sillok.schemas.generation;

import java.util.Optional;

/// How a model is to answer. What is absent is for the worker to choose.
///
/// @param model as the endpoint calls it
/// @param temperature from 0 to 2
/// @param maxTokens the most that the answer may have
public record Parameters(
        Optional<String> model, Optional<Double> temperature, Optional<Integer> maxTokens) {

    /// Nothing is asked for.
    public static final Parameters NONE =
            new Parameters(Optional.empty(), Optional.empty(), Optional.empty());
}
