package io.sillok.processors.generation;

import java.time.Instant;
import java.util.Optional;

/// What is known of the remembered answers of all accounts.
///
/// @param cleared when they were cleared last; empty when never
record PromptCacheState(Optional<Instant> cleared) {

    static final PromptCacheState NEVER = new PromptCacheState(Optional.empty());
}
