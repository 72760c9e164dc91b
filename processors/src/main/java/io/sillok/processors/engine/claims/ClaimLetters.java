package io.sillok.processors.engine.claims;

import io.sillok.schemas.claims.ClaimAnswer;
import io.sillok.schemas.claims.ClaimCommand;
import io.sillok.schemas.claims.ClaimId;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.wire.CommandCodec;
import io.sillok.schemas.wire.WireRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// The commands that boundaries and claims send each other. Their ids follow from the command that
/// they serve, so when that is decided again they are sent again under the same ids. Stateless.
public final class ClaimLetters {

    private static final Actor ENGINE = Actor.system("claims");
    private static final String SOURCE = "/processors";

    private ClaimLetters() {}

    /// The id of a request for a claim.
    ///
    /// @param round how often the claim was asked for before
    static CommandId reserveId(CommandEnvelope<?> cause, ClaimId claim, int round) {
        return id("reserve-claim", cause, claim + "/" + round);
    }

    static WireRecord reserve(
            CommandEnvelope<?> cause, CommandId id, ClaimCommand.Reserve command, Instant now) {
        return write(id, command.claim().key(), cause, command.claim(), command, now);
    }

    static WireRecord confirm(CommandEnvelope<?> cause, ClaimId claim, Instant now) {
        CommandId id = id("confirm-claim", cause, claim.toString());
        ClaimCommand command = new ClaimCommand.Confirm(claim, cause.key());
        return write(id, claim.key(), cause, claim, command, now);
    }

    static WireRecord release(CommandEnvelope<?> cause, ClaimId claim, Instant now) {
        CommandId id = id("release-claim", cause, claim.toString());
        ClaimCommand command = new ClaimCommand.Release(claim, cause.key());
        return write(id, claim.key(), cause, claim, command, now);
    }

    /// The answer to a reservation, for the boundary that waits for it.
    public static WireRecord answer(
            CommandEnvelope<?> request, ClaimCommand.Reserve reserve, boolean granted) {
        return write(
                id("answer-claim", request, reserve.claim().toString()),
                reserve.holder(),
                request,
                reserve.claim(),
                new ClaimAnswer(reserve.claim(), request.id(), granted),
                request.time());
    }

    private static CommandId id(String what, CommandEnvelope<?> cause, String which) {
        return new CommandId(Ids.named(what + "/" + cause.id() + "/" + which));
    }

    private static WireRecord write(
            CommandId id,
            BoundaryKey key,
            CommandEnvelope<?> cause,
            ClaimId about,
            Object command,
            Instant now) {
        return CommandCodec.encode(
                new CommandEnvelope<>(
                        id,
                        key,
                        about.subject(),
                        now,
                        ENGINE,
                        cause.correlation(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        cause.traceparent(),
                        command),
                SOURCE);
    }
}
