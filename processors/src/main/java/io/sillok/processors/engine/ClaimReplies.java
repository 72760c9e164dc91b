package io.sillok.processors.engine;

import io.sillok.processors.engine.claims.ClaimLetters;
import io.sillok.schemas.claims.ClaimCommand;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.wire.WireRecord;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What follows when a command to a claim was settled. Stateless.
final class ClaimReplies {

    private static final Logger log = LoggerFactory.getLogger(ClaimReplies.class);

    private ClaimReplies() {}

    /// The answer for the boundary that asked for the claim. Empty for any other command, and when
    /// it could not be decided: whoever waits is not told that the claim is taken when it may not
    /// be, but gives up.
    static Optional<WireRecord> to(CommandEnvelope<?> command, CommandSettled settled) {
        boolean accepted = settled.outcome() == CommandSettled.Outcome.ACCEPTED;
        if (command.command() instanceof ClaimCommand.Reserve reserve
                && (accepted || isTaken(settled))) {
            return Optional.of(ClaimLetters.answer(command, reserve, accepted));
        }
        if (command.command() instanceof ClaimCommand.Confirm && !accepted) {
            log.atError()
                    .addKeyValue("commandId", command.id())
                    .addKeyValue("subject", command.subject())
                    .log("a boundary confirmed a claim that was not reserved for it");
        }
        return Optional.empty();
    }

    private static boolean isTaken(CommandSettled settled) {
        return settled.problem()
                .map(Problem::reason)
                .filter(ClaimDecider.TAKEN::equals)
                .isPresent();
    }
}
