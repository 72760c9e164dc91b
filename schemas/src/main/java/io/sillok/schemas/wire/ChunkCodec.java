package io.sillok.schemas.wire;

import io.sillok.schemas.envelope.ChunkEnvelope;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.topics.Topic;
import java.time.Instant;

/// Chunks of streams as records and back. The record's key is the subject, so all chunks of one
/// stream are in one partition, in the order in which they were written. Stateless.
public final class ChunkCodec {

    private ChunkCodec() {}

    /// The record that carries a chunk.
    ///
    /// @param keys of persons
    /// @throws io.sillok.schemas.personal.KeysUnavailable when it holds personal data and keys
    ///   cannot be had
    public static WireRecord encode(ChunkEnvelope<?> chunk, PersonKeys keys) {
        return new HeaderWriter(
                        MessageTypes.of(chunk.chunk()),
                        chunk.id(),
                        "/processors",
                        chunk.subject(),
                        chunk.time())
                .around(chunk.subject().toString(), Payload.bytes(chunk.chunk(), keys));
    }

    /// Decodes.
    ///
    /// @throws io.sillok.schemas.personal.KeysUnavailable when it holds personal data and keys
    ///   cannot be had
    public static Decoded<ChunkEnvelope<Object>> decode(WireRecord record, PersonKeys keys) {
        return Decoding.decode(record, Topic.Kind.CHUNKS, keys, ChunkCodec::assemble);
    }

    private static ChunkEnvelope<Object> assemble(WireRecord record, Payload payload) {
        return new ChunkEnvelope<>(
                Ids.parse(record.required(Headers.ID)),
                Subject.parse(record.required(Headers.SUBJECT)),
                Instant.parse(record.required(Headers.TIME)),
                payload.message());
    }
}
