package io.sillok.schemas.wire;

import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Chain;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Head;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.topics.Topic;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Events and settlements as records and back. Stateless.
public final class EventCodec {

    private static final String SOURCE = "/processors";

    private EventCodec() {}

    /// Gives an event its identity, its place in the subject's history and its bytes.
    ///
    /// @param cause the accepted command; its time, actor and correlation become the event's
    /// @param before where the subject's history stands
    public static <E> SealedEvent<E> seal(
            CommandEnvelope<?> cause, Subject subject, Head before, E event) {
        return seal(cause, subject, before, event, PersonKeys.NONE);
    }

    /// The same for an event that may hold personal data. The chain is over the bytes as they are
    /// stored, so it can be verified without keys and after they are destroyed.
    ///
    /// @param keys of persons
    /// @throws io.sillok.schemas.personal.KeysUnavailable when the event holds personal data and
    ///   keys cannot be had
    public static <E> SealedEvent<E> seal(
            CommandEnvelope<?> cause, Subject subject, Head before, E event, PersonKeys keys) {
        long sequence = before.sequence() + 1;
        UUID id = Ids.named(subject + "/" + sequence);
        byte[] value = Payload.bytes(event, keys);
        Chain chain =
                before.chain()
                        .next(
                                chained(
                                        id.toString(),
                                        MessageTypes.of(event).ceType(),
                                        subject.toString(),
                                        cause.time().toString(),
                                        cause.actor().id(),
                                        Long.toString(sequence)),
                                value);
        EventEnvelope<E> envelope =
                new EventEnvelope<>(
                        id,
                        cause.key(),
                        subject,
                        sequence,
                        chain,
                        cause.time(),
                        cause.actor().id(),
                        cause.correlation(),
                        cause.id(),
                        cause.traceparent(),
                        false,
                        event);
        return new SealedEvent<>(envelope, encode(envelope, value));
    }

    /// The link that this stored record should carry, given the one before it.
    ///
    /// @throws IllegalArgumentException when a header it is computed from is missing
    public static Chain expectedChain(Chain before, WireRecord record) {
        return before.next(
                chained(
                        record.required(Headers.ID),
                        record.required(Headers.TYPE),
                        record.required(Headers.SUBJECT),
                        record.required(Headers.TIME),
                        record.required(Headers.ACTOR),
                        record.required(Headers.SEQUENCE)),
                record.value());
    }

    /// The record that carries a settlement. Its representation is encrypted already where it holds
    /// personal data, see [Representations].
    public static WireRecord encode(CommandSettled settled, CommandEnvelope<?> command) {
        return new HeaderWriter(
                        MessageTypes.of(settled),
                        Ids.named("settled/" + settled.command()),
                        SOURCE,
                        "commands/" + settled.command(),
                        settled.settledAt())
                .put(Headers.CORRELATION, command.correlation())
                .put(Headers.CAUSATION, settled.command())
                .put(Headers.ACTOR, settled.actor())
                .put(Headers.TRACEPARENT, command.traceparent())
                .around(settled.key().value(), Json.bytes(settled));
    }

    /// Decodes for a reader who may not know what is personal: such data reads as the ciphertext
    /// where it is a text, and as absent where it is not.
    public static Decoded<LogEntry> decode(WireRecord record) {
        return decode(record, PersonKeys.NONE);
    }

    /// Decodes.
    ///
    /// @throws io.sillok.schemas.personal.KeysUnavailable when the event holds personal data and
    ///   keys cannot be had
    public static Decoded<LogEntry> decode(WireRecord record, PersonKeys keys) {
        return Decoding.decode(record, Topic.Kind.EVENTS, keys, EventCodec::assemble);
    }

    private static WireRecord encode(EventEnvelope<?> event, byte[] value) {
        return new HeaderWriter(
                        MessageTypes.of(event.event()),
                        event.id(),
                        SOURCE,
                        event.subject(),
                        event.time())
                .put(Headers.SEQUENCE, event.sequence())
                .put(Headers.CHAIN, event.chain())
                .put(Headers.CORRELATION, event.correlation())
                .put(Headers.CAUSATION, event.causation())
                .put(Headers.ACTOR, event.actor())
                .put(Headers.TRACEPARENT, event.traceparent())
                .around(event.key().value(), value);
    }

    static LogEntry assemble(WireRecord record, Payload payload) {
        if (payload.message() instanceof CommandSettled settled) {
            return new LogEntry.Settlement(settled);
        }
        return new LogEntry.Event(
                new EventEnvelope<>(
                        Ids.parse(record.required(Headers.ID)),
                        new BoundaryKey(record.key()),
                        Subject.parse(record.required(Headers.SUBJECT)),
                        Long.parseLong(record.required(Headers.SEQUENCE)),
                        new Chain(record.required(Headers.CHAIN)),
                        Instant.parse(record.required(Headers.TIME)),
                        record.required(Headers.ACTOR),
                        Ids.parse(record.required(Headers.CORRELATION)),
                        CommandId.parse(record.required(Headers.CAUSATION)),
                        record.header(Headers.TRACEPARENT),
                        payload.redacted(),
                        payload.message()));
    }

    private static List<String> chained(
            String id, String type, String subject, String time, String actor, String sequence) {
        return List.of(id, type, subject, time, actor, sequence);
    }
}
