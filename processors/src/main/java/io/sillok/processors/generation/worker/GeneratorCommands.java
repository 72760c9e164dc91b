package io.sillok.processors.generation.worker;

import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.WorkEnvelope;
import io.sillok.schemas.generation.GenerateWork;
import io.sillok.schemas.generation.GenerationCommand;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/// The commands that a generation causes. Each is new: whether it counts follows from the attempt
/// that it names.
record GeneratorCommands(InstantSource clock) {

    private static final Actor GENERATOR = Actor.system("generator");

    CommandEnvelope<GenerationCommand> of(
            WorkEnvelope<GenerateWork> work, GenerationCommand command) {
        Instant now = clock.instant();
        return new CommandEnvelope<>(
                new CommandId(Ids.timeOrdered(now)),
                work.key(),
                work.subject(),
                now,
                GENERATOR,
                work.correlation(),
                OptionalLong.empty(),
                Optional.empty(),
                work.traceparent(),
                command);
    }
}
