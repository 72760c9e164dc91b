package io.sillok.schemas.wire;

import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.envelope.WorkEnvelope;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.topics.Topic;
import java.time.Instant;

/// Work as records and back. Stateless.
public final class WorkCodec {

    private WorkCodec() {}

    public static WireRecord encode(WorkEnvelope<?> work) {
        return encode(work, PersonKeys.NONE);
    }

    /// The record that carries work which may hold personal data.
    public static WireRecord encode(WorkEnvelope<?> work, PersonKeys keys) {
        return new HeaderWriter(
                        MessageTypes.of(work.work()),
                        work.id(),
                        "/processors",
                        work.subject(),
                        work.time())
                .put(Headers.CORRELATION, work.correlation())
                .put(Headers.CAUSATION, work.causation())
                .put(Headers.ACTOR, work.actor())
                .put(Headers.TRACEPARENT, work.traceparent())
                .around(work.key().value(), Payload.bytes(work.work(), keys));
    }

    public static Decoded<WorkEnvelope<Object>> decode(WireRecord record) {
        return decode(record, PersonKeys.NONE);
    }

    /// Decodes.
    ///
    /// @throws io.sillok.schemas.personal.KeysUnavailable when the work holds personal data and
    ///   keys cannot be had
    public static Decoded<WorkEnvelope<Object>> decode(WireRecord record, PersonKeys keys) {
        return Decoding.decode(record, Topic.Kind.WORK, keys, WorkCodec::assemble);
    }

    private static WorkEnvelope<Object> assemble(WireRecord record, Payload payload) {
        return new WorkEnvelope<>(
                Ids.parse(record.required(Headers.ID)),
                new BoundaryKey(record.key()),
                Subject.parse(record.required(Headers.SUBJECT)),
                Instant.parse(record.required(Headers.TIME)),
                record.required(Headers.ACTOR),
                Ids.parse(record.required(Headers.CORRELATION)),
                Ids.parse(record.required(Headers.CAUSATION)),
                record.header(Headers.TRACEPARENT),
                payload.message());
    }
}
