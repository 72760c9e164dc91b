package io.sillok.schemas.generation;

import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import java.util.Optional;

/// One answer to get from a model: work for the generating worker. It sends
/// [GenerationCommand.Begin] before it calls the model, and answers with
/// [GenerationCommand.Complete], [GenerationCommand.Fail] or [GenerationCommand.ConfirmStop].
///
/// @param streamed whether what the model says goes to `generation.chunks` as it comes
/// @param instructions of the agent
/// @param parameters with the most tokens that the answer may have
public record GenerateWork(
        GenerationId generation,
        UserId owner,
        boolean streamed,
        @Personal Optional<Prompt> prompt,
        @Personal Optional<String> instructions,
        Parameters parameters)
        implements AboutPerson {

    @Override
    public UserId person() {
        return owner;
    }
}
