package io.sillok.schemas.envelope;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// A command and everything a decider may know about it. Nothing else reaches a decision: no clock,
/// no random, no look-up of the caller.
///
/// @param key where it is decided
/// @param subject the resource it wants to change
/// @param time when the API took it, cut to microseconds, the most that every store keeps
/// @param correlation the request it belongs to
/// @param expectedVersion the version the caller saw (`If-Match`); empty when any will do
/// @param traceparent W3C Trace Context of the request
public record CommandEnvelope<C>(
        CommandId id,
        BoundaryKey key,
        Subject subject,
        Instant time,
        Actor actor,
        UUID correlation,
        OptionalLong expectedVersion,
        Optional<Idempotency> idempotency,
        Optional<String> traceparent,
        C command) {

    public CommandEnvelope {
        time = time.truncatedTo(ChronoUnit.MICROS);
    }

    /// The same envelope around the command of another type.
    public <D> CommandEnvelope<D> with(D other) {
        return new CommandEnvelope<>(
                id,
                key,
                subject,
                time,
                actor,
                correlation,
                expectedVersion,
                idempotency,
                traceparent,
                other);
    }
}
