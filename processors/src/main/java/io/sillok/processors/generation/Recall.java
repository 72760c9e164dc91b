package io.sillok.processors.generation;

import io.sillok.schemas.generation.AccountEvent;
import io.sillok.schemas.generation.GenerationEvent;
import java.util.List;
import java.util.Optional;

/// Answering from memory what was asked a moment ago. Stateless.
final class Recall {

    private Recall() {}

    /// Asked and answered at once; it takes nothing.
    static List<AccountEvent> of(GenerationEvent.Requested asked, KnownAnswer known) {
        return List.of(
                new GenerationEvent.Requested(
                        asked.generation(),
                        asked.owner(),
                        asked.kind(),
                        asked.streamed(),
                        asked.prompt(),
                        asked.agent(),
                        asked.instructions(),
                        asked.parameters(),
                        true),
                new GenerationEvent.Completed(
                        asked.generation(),
                        asked.owner(),
                        0,
                        known.answer(),
                        known.consumption().again(),
                        0,
                        Optional.of(known.source())));
    }
}
