package io.sillok.schemas.envelope;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Something that is kept of a subject until the next such record of the same subject replaces it.
/// Written together with the events of the decision that it comes of.
///
/// @param id UUIDv5 of subject and sequence
/// @param sequence of the subject's newest event then; a lower one is older news
/// @param causation what it comes of: a command, or an event
/// @param kept empty when nothing is kept any more
public record KeptEnvelope<K>(
        UUID id,
        Subject subject,
        long sequence,
        Instant time,
        String actor,
        UUID correlation,
        UUID causation,
        Optional<String> traceparent,
        Optional<K> kept) {

    /// What a decision keeps.
    ///
    /// @param cause the command that was decided
    /// @param sequence of the subject's newest event
    public static <K> KeptEnvelope<K> because(
            CommandEnvelope<?> cause, Subject subject, long sequence, K kept) {
        return new KeptEnvelope<>(
                id(subject, sequence),
                subject,
                sequence,
                cause.time(),
                cause.actor().id(),
                cause.correlation(),
                cause.id().value(),
                cause.traceparent(),
                Optional.of(kept));
    }

    /// The end of what was kept of an event's subject.
    public static <K> KeptEnvelope<K> noMore(EventEnvelope<?> event) {
        return new KeptEnvelope<>(
                id(event.subject(), event.sequence()),
                event.subject(),
                event.sequence(),
                event.time(),
                event.actor(),
                event.correlation(),
                event.id(),
                event.traceparent(),
                Optional.empty());
    }

    private static UUID id(Subject subject, long sequence) {
        return Ids.named("kept/" + subject + "/" + sequence);
    }
}
