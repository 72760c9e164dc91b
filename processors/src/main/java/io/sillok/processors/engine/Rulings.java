package io.sillok.processors.engine;

import io.sillok.processors.engine.claims.Claim;
import io.sillok.processors.engine.claims.ClaimBook;
import io.sillok.processors.engine.claims.Standing;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.Idempotency;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.personal.KeysUnavailable;
import io.sillok.schemas.wire.EventCodec;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rules on commands: an idempotency key used before, then a stale version, then references that
/// are not known yet, then the decider itself, then the claims its decision needs. Writes nothing.
///
/// What a decider throws becomes a ruling as well. Only what the store throws goes on, and that
/// keys of persons are unavailable, because then the command was not decided and must be again.
final class Rulings {

    private static final Logger log = LoggerFactory.getLogger(Rulings.class);

    private final Boundaries boundaries;
    private final Answers answers;
    private final References references;
    private final ClaimBook claims;

    Rulings(Boundaries boundaries, Answers answers, References references, ClaimBook claims) {
        this.boundaries = boundaries;
        this.answers = answers;
        this.references = references;
        this.claims = claims;
    }

    /// Takes a command whose turn it is.
    ///
    /// @param patient whether it may still wait for references
    Turn on(
            CommandEnvelope<Object> command,
            BoundDecider<?, ?, ?> decider,
            Moment now,
            boolean patient) {
        try {
            Turn turn = take(command, decider, now, patient);
            if (turn instanceof Turn.Ruled(var made)) {
                Limits.requireRecord(EventCodec.encode(made.settlement(), command));
            }
            return turn;
        } catch (KafkaException | KeysUnavailable e) {
            throw e;
        } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
            return new Turn.Ruled(failed(command, e));
        }
    }

    private Turn take(
            CommandEnvelope<Object> command,
            BoundDecider<?, ?, ?> decider,
            Moment now,
            boolean patient) {
        Optional<Ruling> known = answered(command, now.log()).or(() -> stale(command));
        if (known.isPresent()) {
            return new Turn.Ruled(known.get());
        }
        if (patient && !decider.required(command.command()).stream().allMatch(references::has)) {
            return new Turn.Waits(List.of());
        }
        Ruling ruling = decider.rule(command, boundaries, references);
        return ruling.claims().isEmpty()
                ? new Turn.Ruled(ruling)
                : claim(command, ruling, ruling.claims().get(), now);
    }

    /// A decision stands once the boundary has the claims of its new state.
    private Turn claim(
            CommandEnvelope<Object> command, Ruling ruling, List<Claim> wanted, Moment now) {
        return switch (claims.standing(command, wanted, now.here())) {
            case Standing.Held _ -> new Turn.Ruled(ruling);
            case Standing.Open(var toAsk) -> new Turn.Waits(toAsk);
            case Standing.Taken(var problem) ->
                    new Turn.Ruled(
                            Ruling.settled(
                                    Settlements.rejected(command, version(command), problem)));
            case Standing.Unanswered _ -> new Turn.Ruled(unanswered(command));
        };
    }

    private Ruling unanswered(CommandEnvelope<Object> command) {
        log.atWarn().addKeyValue("commandId", command.id()).log("claims were not answered in time");
        return Ruling.givenUp(
                Settlements.rejected(command, version(command), Settlements.claimsUnanswered()));
    }

    private Optional<Ruling> answered(CommandEnvelope<Object> command, long now) {
        return command.idempotency()
                .flatMap(
                        used ->
                                answers.find(command, used, now)
                                        .map(answer -> again(command, used, answer)))
                .map(Ruling::answered);
    }

    private CommandSettled again(
            CommandEnvelope<Object> command, Idempotency used, Answers.Answer answer) {
        if (answer.fingerprint().equals(used.fingerprint())) {
            return Settlements.repeated(command, answer.settled());
        }
        return Settlements.rejected(command, version(command), Settlements.idempotencyKeyReused());
    }

    private Optional<Ruling> stale(CommandEnvelope<Object> command) {
        long version = version(command);
        return command.expectedVersion().stream()
                .filter(expected -> expected != version)
                .mapToObj(
                        _ ->
                                Settlements.rejected(
                                        command, version, Settlements.staleVersion(version)))
                .map(Ruling::settled)
                .findFirst();
    }

    private Ruling failed(CommandEnvelope<Object> command, Throwable cause) {
        Incident incident = Incident.of(command);
        log.atError()
                .addKeyValue("incidentId", incident)
                .addKeyValue("commandId", command.id())
                .setCause(cause)
                .log("a command could not be decided");
        return Ruling.settled(
                Settlements.rejected(
                        command, version(command), Settlements.internalError(incident)));
    }

    private long version(CommandEnvelope<Object> command) {
        return boundaries.head(command.subject()).sequence();
    }
}
