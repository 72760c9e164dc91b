package io.sillok.processors.generation.model;

/// Takes what a model says, as it says it.
@FunctionalInterface
public interface TokenSink {

    /// Takes the next words: one token, or several if they came faster than they were taken.
    void take(String text) throws InterruptedException;
}
