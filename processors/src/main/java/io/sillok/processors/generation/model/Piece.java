package io.sillok.processors.generation.model;

import io.sillok.schemas.generation.Usage;

/// What a call of a model brings, one after the other. One of the last three is the last.
sealed interface Piece {

    /// More of the answer, never empty.
    record Text(String text) implements Piece {}

    /// Which model answers.
    record Named(String model) implements Piece {}

    /// What it took.
    record Counted(Usage usage) implements Piece {}

    /// The model has said all it wanted, or may say.
    record Finished() implements Piece {}

    /// Nothing comes any more.
    record Ended() implements Piece {}

    record Broken(ModelFault fault) implements Piece {}

    /// Somebody wants it to stop.
    record Unwanted() implements Piece {}
}
