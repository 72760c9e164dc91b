package io.sillok.processors.generation;

import io.sillok.schemas.generation.Answer;
import io.sillok.schemas.generation.Consumption;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import java.time.Instant;
import java.util.Optional;

/// An answer that is remembered for a while, for its owner alone.
///
/// @param source the generation that it was made for
/// @param digest of what had been asked
/// @param time of the answer
record KnownAnswer(
        GenerationId source,
        UserId owner,
        @Personal Optional<String> digest,
        @Personal Optional<Answer> answer,
        Consumption consumption,
        Instant time)
        implements AboutPerson {

    @Override
    public UserId person() {
        return owner;
    }
}
