package io.sillok.processors.generation;

import io.sillok.schemas.envelope.Digests;
import io.sillok.schemas.generation.GenerationEvent;
import io.sillok.schemas.generation.Parameters;
import io.sillok.schemas.generation.Prompt;
import io.sillok.schemas.wire.Json;
import java.util.Optional;

/// Tells whether two requests ask the same: the same words, of an agent with the same instructions,
/// of the same model with the same parameters. Who asks is no part of it, because answers are only
/// ever repeated within one account.
final class PromptDigest {

    private PromptDigest() {}

    private record Asked(Prompt prompt, Optional<String> instructions, Parameters parameters) {}

    /// The digest of a request; empty when its words cannot be read any more.
    static Optional<String> of(GenerationEvent.Requested asked) {
        return asked.prompt()
                .map(prompt -> new Asked(prompt, asked.instructions(), asked.parameters()))
                .map(whole -> Digests.sha256Hex(Json.bytes(whole)));
    }
}
