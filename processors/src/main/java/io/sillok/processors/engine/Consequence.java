package io.sillok.processors.engine;

import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.KeptEnvelope;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.envelope.WorkEnvelope;
import java.util.Optional;
import java.util.OptionalLong;

/// What follows from an event. Its ids follow from the event as well, so an event that is decided
/// again has the same consequences.
public sealed interface Consequence {

    /// Something is to be done outside of the log.
    record Work(WorkEnvelope<?> work) implements Consequence {}

    /// Something is to be decided elsewhere: by another boundary of this context or of another one.
    record Command(CommandEnvelope<?> command) implements Consequence {}

    /// Something is to be kept of the event's subject, or nothing any more.
    ///
    /// @param type of what is kept or was
    record Keep(KeptEnvelope<?> kept, Class<?> type) implements Consequence {}

    /// A command of the platform because of an event.
    ///
    /// @param reaction who sends it: the name of the reaction
    static Consequence command(
            EventEnvelope<?> event,
            String reaction,
            BoundaryKey key,
            Subject subject,
            Object command) {
        return new Command(
                new CommandEnvelope<>(
                        new CommandId(Ids.named(reaction + "/" + event.id() + "/" + key)),
                        key,
                        subject,
                        event.time(),
                        Actor.system(reaction),
                        event.correlation(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        event.traceparent(),
                        command));
    }

    /// Nothing is kept of the event's subject any more.
    static Consequence forget(EventEnvelope<?> event, Class<?> type) {
        return new Keep(KeptEnvelope.noMore(event), type);
    }
}
