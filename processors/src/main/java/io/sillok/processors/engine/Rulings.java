package io.sillok.processors.engine;

import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.Idempotency;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.personal.KeysUnavailable;
import io.sillok.schemas.wire.EventCodec;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rules on commands: an idempotency key used before, then a stale version, then references that
/// are not known yet, then the decider itself. Writes nothing.
///
/// What a decider throws becomes a ruling as well. Only what the store throws goes on, and that
/// keys of persons are unavailable, because then the command was not decided and must be again.
final class Rulings {

    private static final Logger log = LoggerFactory.getLogger(Rulings.class);

    private final Boundaries boundaries;
    private final Answers answers;
    private final References references;

    Rulings(Boundaries boundaries, Answers answers, References references) {
        this.boundaries = boundaries;
        this.answers = answers;
        this.references = references;
    }

    /// The ruling on a command; empty when it should wait for its references.
    ///
    /// @param now the newest time the log has shown
    /// @param patient whether it may still wait
    Optional<Ruling> on(
            CommandEnvelope<Object> command,
            BoundDecider<?, ?, ?> decider,
            long now,
            boolean patient) {
        try {
            Optional<Ruling> ruling = rule(command, decider, now, patient);
            ruling.ifPresent(
                    made -> Limits.requireRecord(EventCodec.encode(made.settlement(), command)));
            return ruling;
        } catch (KafkaException | KeysUnavailable e) {
            throw e;
        } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
            return Optional.of(failed(command, e));
        }
    }

    private Optional<Ruling> rule(
            CommandEnvelope<Object> command,
            BoundDecider<?, ?, ?> decider,
            long now,
            boolean patient) {
        Optional<Ruling> known = answered(command, now).or(() -> stale(command));
        if (known.isPresent()) {
            return known;
        }
        if (patient && !decider.required(command.command()).stream().allMatch(references::has)) {
            return Optional.empty();
        }
        return Optional.of(decider.rule(command, boundaries, references));
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
