package io.sillok.commandapi.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.platform.kafka.LogPosition;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.operations.CommandSettled.Outcome;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.wire.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/// Settlements as deciders write them.
final class Settlements {

    static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    static final Subject SUBJECT = new Subject("materials", new UUID(1, 2));
    static final LogPosition POSITION = new LogPosition("events", 3, 7);

    private Settlements() {}

    static CommandId commandId() {
        return new CommandId(Ids.timeOrdered(NOW));
    }

    static ObjectNode resource(String status) {
        return Json.object(Map.of("id", SUBJECT.id().toString(), "status", status));
    }

    static CommandSettled accepted(CommandId command, Outcome outcome, String status) {
        return accepted(command, outcome, resource(status));
    }

    static CommandSettled accepted(CommandId command, Outcome outcome, ObjectNode resource) {
        return settled(command, outcome, Optional.empty(), Optional.of(resource));
    }

    static CommandSettled rejected(CommandId command, Outcome outcome) {
        Problem problem = Problem.of(ErrorCode.E4008, "name-taken", "The name is taken.");
        return settled(command, outcome, Optional.of(problem), Optional.empty());
    }

    private static CommandSettled settled(
            CommandId command,
            Outcome outcome,
            Optional<Problem> problem,
            Optional<ObjectNode> representation) {
        return new CommandSettled(
                command,
                BoundaryKey.of(SUBJECT),
                SUBJECT,
                outcome,
                4,
                NOW,
                "ada",
                problem,
                representation);
    }

    /// The command that a settlement ends.
    static CommandEnvelope<?> command(CommandId id, Object command) {
        return new CommandEnvelope<>(
                id,
                BoundaryKey.of(SUBJECT),
                SUBJECT,
                NOW,
                new Actor("ada", Set.of()),
                id.value(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                command);
    }
}
