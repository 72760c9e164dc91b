package io.sillok.processors.identity.erasure;

import io.sillok.processors.engine.erasure.Removal;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.envelope.WorkEnvelope;
import io.sillok.schemas.identity.ErasureCommand;
import io.sillok.schemas.identity.ErasureReport;
import io.sillok.schemas.identity.ErasureWork;
import io.sillok.schemas.wire.MessageTypes;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// The commands that erasures cause. The same work causes them under the same ids however often it
/// is done.
record EraserCommands(InstantSource clock) {

    private static final Actor ERASER = Actor.system("eraser");
    private static final Actor REMINDER = Actor.system("eraser-reminder");

    CommandEnvelope<Object> remove(WorkEnvelope<ErasureWork> work, Removal removal) {
        return command(work, removal.key(), removal.subject(), removal.command());
    }

    CommandEnvelope<Object> conclude(WorkEnvelope<ErasureWork> work, ErasureReport report) {
        return command(work, new ErasureCommand.Conclude(work.work().user(), report));
    }

    CommandEnvelope<Object> suspend(WorkEnvelope<ErasureWork> work, String reason) {
        return command(work, new ErasureCommand.Suspend(work.work().user(), reason));
    }

    /// What nobody's work asks for, once for each version of an erasure.
    CommandEnvelope<Object> remind(long version, ErasureCommand command) {
        String name = MessageTypes.of(command).ceType();
        UUID id = Ids.named("remind/" + name + "/" + command.subject() + "/" + version);
        return new CommandEnvelope<>(
                new CommandId(id),
                command.key(),
                command.subject(),
                clock.instant(),
                REMINDER,
                id,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                command);
    }

    private CommandEnvelope<Object> command(
            WorkEnvelope<ErasureWork> work, ErasureCommand command) {
        return command(work, command.key(), command.subject(), command);
    }

    /// Without an idempotency key: an answer of earlier must not stand in for the one of now.
    private CommandEnvelope<Object> command(
            WorkEnvelope<ErasureWork> work, BoundaryKey key, Subject subject, Object command) {
        String name = MessageTypes.of(command).ceType();
        return new CommandEnvelope<>(
                new CommandId(Ids.named("erase/" + work.id() + "/" + name + "/" + subject)),
                key,
                subject,
                clock.instant(),
                ERASER,
                work.correlation(),
                OptionalLong.empty(),
                Optional.empty(),
                work.traceparent(),
                command);
    }
}
