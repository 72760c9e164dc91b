package io.sillok.schemas.generation;

import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import java.util.Optional;

/// A piece of an answer, as it came from the model. Not decided and not for ever: it is written as
/// it comes, may be written twice, and is gone an hour later. The answer that counts is in
/// [GenerationEvent.Completed].
///
/// @param attempt that it belongs to; with the first chunk of a later one, all earlier chunks count
///   no more
/// @param index from 0, without a gap within an attempt
/// @param text what comes next
public record Chunk(
        GenerationId generation,
        UserId owner,
        int attempt,
        int index,
        @Personal Optional<String> text)
        implements AboutPerson {

    @Override
    public UserId person() {
        return owner;
    }

    public Subject subject() {
        return generation.subject();
    }
}
