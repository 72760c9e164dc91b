package io.sillok.schemas.generation;

import io.sillok.schemas.envelope.Subject;

/// What happened to the remembered answers of all accounts.
public sealed interface PromptCacheEvent {

    PromptCacheId cache();

    default Subject subject() {
        return cache().subject();
    }

    /// What was answered before its time counts as forgotten.
    record Cleared(PromptCacheId cache) implements PromptCacheEvent {}
}
