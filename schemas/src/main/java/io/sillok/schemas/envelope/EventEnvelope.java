package io.sillok.schemas.envelope;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// An event as it stands on the log.
///
/// Consumers get events of one subject in order, at least once; `(subject, sequence)` tells a
/// repeat.
///
/// @param id UUIDv5 of subject and sequence: deciding again mints the same id
/// @param sequence dense from 1 within the subject; also the resource's version after this event
/// @param chain this event's link in the subject's hash chain
/// @param time when the command was taken
/// @param actor id of who caused it
/// @param causation the command that caused it
/// @param redacted whether data of a person in it is absent because that person was erased
public record EventEnvelope<E>(
        UUID id,
        BoundaryKey key,
        Subject subject,
        long sequence,
        Chain chain,
        Instant time,
        String actor,
        UUID correlation,
        CommandId causation,
        Optional<String> traceparent,
        boolean redacted,
        E event) {

    public EventEnvelope {
        if (sequence < 1) {
            throw new IllegalArgumentException("sequences start at 1");
        }
    }

    /// An envelope around an event with everything in it.
    public EventEnvelope(
            UUID id,
            BoundaryKey key,
            Subject subject,
            long sequence,
            Chain chain,
            Instant time,
            String actor,
            UUID correlation,
            CommandId causation,
            Optional<String> traceparent,
            E event) {
        this(
                id,
                key,
                subject,
                sequence,
                chain,
                time,
                actor,
                correlation,
                causation,
                traceparent,
                false,
                event);
    }

    /// The same envelope around an event seen as another type.
    public <F> EventEnvelope<F> with(F other) {
        return new EventEnvelope<>(
                id,
                key,
                subject,
                sequence,
                chain,
                time,
                actor,
                correlation,
                causation,
                traceparent,
                redacted,
                other);
    }
}
