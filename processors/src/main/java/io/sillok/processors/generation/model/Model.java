package io.sillok.processors.generation.model;

import java.util.concurrent.CompletableFuture;

/// Answers questions. Implementations are thread-safe.
@FunctionalInterface
public interface Model {

    /// Nobody said where one is.
    Model NONE =
            (request, _, _) ->
                    ModelResult.unanswered(
                            request.parameters().model().orElse("none"), new ModelFault.Missing());

    /// Asks, and passes on what is said. Words that the sink has taken are never said again: when
    /// the model breaks off after them, the result is [ModelResult.Failed] with what there was.
    ///
    /// @param stop completed when the answer is no longer wanted; the upstream call is closed then
    /// @throws InterruptedException when the thread is interrupted; the same
    ModelResult ask(ModelRequest request, TokenSink sink, CompletableFuture<Void> stop)
            throws InterruptedException;
}
