package io.sillok.processors.operations;

import io.sillok.platform.kafka.LogPosition;
import io.sillok.processors.engine.projection.LogRecord;
import io.sillok.processors.engine.projection.Projection;
import io.sillok.processors.engine.projection.Reading;
import io.sillok.processors.engine.projection.SubjectEvents;
import io.sillok.schemas.claims.ClaimId;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.CommandCodec;
import io.sillok.schemas.wire.Decoded;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.LogEntry;
import java.util.List;
import java.util.stream.Stream;

/// One row per command, from the moment it is on the log. Those about claims have none: the engine
/// sends them to itself, and nobody asks for them by their ids.
final class CommandsProjection implements Projection<CommandRow> {

    private static final SubjectEvents COMMANDS = new SubjectEvents("commands");

    private static final List<Topic> TOPICS =
            Stream.concat(Topics.COMMANDS.stream(), Topics.EVENTS.stream()).toList();

    @Override
    public String name() {
        return "commands";
    }

    @Override
    public List<Topic> topics() {
        return TOPICS;
    }

    @Override
    public Reading<CommandRow> read(LogRecord record) {
        return switch (record.topic().kind()) {
            case COMMANDS -> command(record);
            case EVENTS -> settlement(record);
            case WORK, KEPT, CHUNKS, DEAD_LETTERS -> new Reading.Irrelevant<>();
        };
    }

    /// A command that cannot be read is the deciders' to bury; it never gets a row.
    private static Reading<CommandRow> command(LogRecord record) {
        return switch (CommandCodec.decode(record.record())) {
            case Decoded.Message<CommandEnvelope<Object>>(var command)
                    when isAboutClaim(command.subject()) ->
                    new Reading.Irrelevant<>();
            case Decoded.Message<CommandEnvelope<Object>>(var command) ->
                    new Reading.Change<>(
                            command.id().toString(), before -> CommandRow.taken(before, command));
            case Decoded.Undecodable<CommandEnvelope<Object>> _ -> new Reading.Irrelevant<>();
        };
    }

    private static boolean isAboutClaim(Subject subject) {
        return subject.collection().equals(ClaimId.COLLECTION);
    }

    private static Reading<CommandRow> settlement(LogRecord record) {
        LogPosition at = record.position();
        return switch (EventCodec.decode(record.record())) {
            case Decoded.Message<LogEntry>(LogEntry.Settlement(var settled))
                    when isAboutClaim(settled.subject()) ->
                    new Reading.Irrelevant<>();
            case Decoded.Message<LogEntry>(LogEntry.Settlement(var settled)) ->
                    new Reading.Change<>(
                            settled.command().toString(),
                            before ->
                                    CommandRow.settled(
                                            before, settled, at.partition(), at.offset()));
            case Decoded.Message<LogEntry>(LogEntry.Event _) -> new Reading.Irrelevant<>();
            case Decoded.Undecodable<LogEntry>(var reason, _) ->
                    COMMANDS.unreadable(record, reason);
        };
    }
}
