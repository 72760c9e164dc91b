package io.sillok.schemas.generation;

/// What can be asked of the remembered answers of all accounts. Sent for administrators.
public sealed interface PromptCacheCommand {

    /// Answer nothing from memory that was answered before now.
    record Clear(PromptCacheId cache) implements PromptCacheCommand {}
}
