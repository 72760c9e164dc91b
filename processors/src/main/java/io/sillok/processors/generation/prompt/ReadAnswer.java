package io.sillok.processors.generation.prompt;

import io.sillok.schemas.generation.Answer;

/// What could be read out of what a model said.
public sealed interface ReadAnswer {

    record Read(Answer answer) implements ReadAnswer {}

    /// There is nothing in it that anybody asked for.
    record Broken() implements ReadAnswer {}
}
