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
        long sequence = before.sequence() + 1;
        UUID id = Ids.named(subject + "/" + sequence);
        byte[] value = Json.bytes(event);
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

    public static Decoded<LogEntry> decode(WireRecord record) {
        return Decoding.decode(record, Topic.Kind.EVENTS, EventCodec::assemble);
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

    private static LogEntry assemble(WireRecord record, Object message) {
        if (message instanceof CommandSettled settled) {
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
                        message));
    }

    private static List<String> chained(
            String id, String type, String subject, String time, String actor, String sequence) {
        return List.of(id, type, subject, time, actor, sequence);
    }
}
