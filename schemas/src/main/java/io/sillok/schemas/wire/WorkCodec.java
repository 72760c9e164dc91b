package io.sillok.schemas.wire;

import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.envelope.WorkEnvelope;
import io.sillok.schemas.topics.Topic;
import java.time.Instant;

/// Work as records and back. Stateless.
public final class WorkCodec {

    private WorkCodec() {}

    public static WireRecord encode(WorkEnvelope<?> work) {
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
                .around(work.key().value(), Json.bytes(work.work()));
    }

    public static Decoded<WorkEnvelope<Object>> decode(WireRecord record) {
        return Decoding.decode(record, Topic.Kind.WORK, WorkCodec::assemble);
    }

    private static WorkEnvelope<Object> assemble(WireRecord record, Object work) {
        return new WorkEnvelope<>(
                Ids.parse(record.required(Headers.ID)),
                new BoundaryKey(record.key()),
                Subject.parse(record.required(Headers.SUBJECT)),
                Instant.parse(record.required(Headers.TIME)),
                record.required(Headers.ACTOR),
                Ids.parse(record.required(Headers.CORRELATION)),
                Ids.parse(record.required(Headers.CAUSATION)),
                record.header(Headers.TRACEPARENT),
                work);
    }
}
