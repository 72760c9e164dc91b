package io.sillok.schemas.wire;

import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.KeptEnvelope;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.topics.Topic;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// What is kept of subjects as records and back. The record's key is the subject; a record without
/// bytes, which is how a reader sees one without a value, says that nothing is kept any more.
/// Stateless.
public final class KeptCodec {

    private static final byte[] NOTHING = {};

    private KeptCodec() {}

    /// The record that carries something to keep, or the end of it.
    ///
    /// @param type of what is kept or was
    /// @param keys of persons
    /// @throws io.sillok.schemas.personal.KeysUnavailable when it holds personal data and keys
    ///   cannot be had
    public static WireRecord encode(KeptEnvelope<?> kept, Class<?> type, PersonKeys keys) {
        return new HeaderWriter(
                        MessageTypes.of(type),
                        kept.id(),
                        "/processors",
                        kept.subject(),
                        kept.time())
                .put(Headers.SEQUENCE, kept.sequence())
                .put(Headers.CORRELATION, kept.correlation())
                .put(Headers.CAUSATION, kept.causation())
                .put(Headers.ACTOR, kept.actor())
                .put(Headers.TRACEPARENT, kept.traceparent())
                .around(
                        kept.subject().toString(),
                        kept.kept().map(value -> Payload.bytes(value, keys)).orElse(NOTHING));
    }

    /// Decodes for a reader who may not know what is personal.
    public static Decoded<KeptEnvelope<Object>> decode(WireRecord record) {
        return decode(record, PersonKeys.NONE);
    }

    /// Decodes.
    ///
    /// @throws io.sillok.schemas.personal.KeysUnavailable when it holds personal data and keys
    ///   cannot be had
    public static Decoded<KeptEnvelope<Object>> decode(WireRecord record, PersonKeys keys) {
        if (record.value().length == 0) {
            return end(record);
        }
        return Decoding.decode(
                record,
                Topic.Kind.KEPT,
                keys,
                (read, payload) -> assemble(read, Optional.of(payload.message())));
    }

    private static Decoded<KeptEnvelope<Object>> end(WireRecord record) {
        try {
            return new Decoded.Message<>(assemble(record, Optional.empty()));
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Decoded.Undecodable<>("malformed-headers", e.getClass().getSimpleName());
        }
    }

    private static KeptEnvelope<Object> assemble(WireRecord record, Optional<Object> kept) {
        return new KeptEnvelope<>(
                Ids.parse(record.required(Headers.ID)),
                Subject.parse(record.required(Headers.SUBJECT)),
                Long.parseLong(record.required(Headers.SEQUENCE)),
                Instant.parse(record.required(Headers.TIME)),
                record.required(Headers.ACTOR),
                Ids.parse(record.required(Headers.CORRELATION)),
                Ids.parse(record.required(Headers.CAUSATION)),
                record.header(Headers.TRACEPARENT),
                kept);
    }
}
