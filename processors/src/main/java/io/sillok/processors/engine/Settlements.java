package io.sillok.processors.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.operations.CommandSettled.Outcome;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.util.Optional;

/// The ways a command can end. Stateless.
final class Settlements {

    private Settlements() {}

    static CommandSettled accepted(
            CommandEnvelope<?> command, long version, Optional<ObjectNode> representation) {
        return settled(command, Outcome.ACCEPTED, version, Optional.empty(), representation);
    }

    static CommandSettled rejected(CommandEnvelope<?> command, long version, Problem problem) {
        return settled(command, Outcome.REJECTED, version, Optional.of(problem), Optional.empty());
    }

    /// The answer that an earlier command with the same idempotency key got.
    static CommandSettled repeated(CommandEnvelope<?> command, CommandSettled earlier) {
        return new CommandSettled(
                command.id(),
                command.key(),
                earlier.subject(),
                Outcome.REPEATED,
                earlier.version(),
                command.time(),
                command.actor().id(),
                earlier.problem(),
                earlier.representation());
    }

    static Problem staleVersion(long version) {
        return Problem.of(
                ErrorCode.E4009,
                "stale-version",
                "The resource has changed since: its version is " + version + ".");
    }

    static Problem idempotencyKeyReused() {
        return Problem.of(
                ErrorCode.E4010,
                "idempotency-key-reused",
                "The idempotency key was used for another request.");
    }

    static Problem internalError(Incident incident) {
        return Problem.of(
                ErrorCode.E5004,
                "internal-error",
                "The command could not be decided; the incident is " + incident + ".");
    }

    static Problem claimsUnanswered() {
        return Problem.of(
                ErrorCode.E5004,
                "claims-unanswered",
                "Whether the values are free could not be found out in time; nothing was done.");
    }

    private static CommandSettled settled(
            CommandEnvelope<?> command,
            Outcome outcome,
            long version,
            Optional<Problem> problem,
            Optional<ObjectNode> representation) {
        return new CommandSettled(
                command.id(),
                command.key(),
                command.subject(),
                outcome,
                version,
                command.time(),
                command.actor().id(),
                problem,
                representation);
    }
}
