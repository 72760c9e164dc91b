package io.sillok.processors.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.wire.MessageTypes;
import java.time.Instant;
import java.util.Optional;

/// A command and what became of it. Command and settlement stand on two topics, so either may be
/// read first; whichever it is, both lead to the same row.
///
/// @param type its `ce_type`; empty until the command itself was read
/// @param end empty while the command is pending
record CommandRow(
        CommandId id,
        Optional<String> type,
        Subject subject,
        String actor,
        Instant takenAt,
        Optional<End> end) {

    /// How it ended, and where its settlement stands on the events topic.
    record End(
            CommandSettled.Outcome outcome,
            long version,
            Optional<Problem> problem,
            Optional<ObjectNode> representation,
            int partition,
            long offset,
            Instant settledAt) {}

    /// The row after the command was read.
    static CommandRow taken(Optional<CommandRow> before, CommandEnvelope<Object> command) {
        return new CommandRow(
                command.id(),
                Optional.of(MessageTypes.of(command.command()).ceType()),
                command.subject(),
                command.actor().id(),
                command.time(),
                before.flatMap(CommandRow::end));
    }

    /// The row after the settlement was read. A command settles once; a repeat changes nothing.
    static CommandRow settled(
            Optional<CommandRow> before, CommandSettled settled, int partition, long offset) {
        End end =
                new End(
                        settled.outcome(),
                        settled.version(),
                        settled.problem(),
                        settled.representation(),
                        partition,
                        offset,
                        settled.settledAt());
        return before.map(row -> row.ended(end))
                .orElseGet(
                        () ->
                                new CommandRow(
                                        settled.command(),
                                        Optional.empty(),
                                        settled.subject(),
                                        settled.actor(),
                                        settled.settledAt(),
                                        Optional.of(end)));
    }

    private CommandRow ended(End with) {
        return new CommandRow(id, type, subject, actor, takenAt, end.or(() -> Optional.of(with)));
    }
}
