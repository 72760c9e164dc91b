package io.sillok.processors.generation;

import io.sillok.processors.engine.ReferenceIndex;
import io.sillok.processors.engine.References;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.generation.PromptCacheEvent;
import java.time.Instant;
import java.util.List;

/// When the remembered answers of all accounts were cleared last. Every account looks it up, on
/// every node; it may be a moment late.
final class Cleared implements ReferenceIndex {

    /// The name that the time stands under.
    static final String NAME = "prompt-cache-cleared";

    @Override
    public List<Change> changes(EventEnvelope<Object> event) {
        return event.event() instanceof PromptCacheEvent.Cleared
                ? List.of(Change.note(NAME, event.time().toString()))
                : List.of();
    }

    /// What was answered until then counts as forgotten.
    static Instant at(References references) {
        return references.find(NAME).map(Instant::parse).orElse(Instant.EPOCH);
    }
}
