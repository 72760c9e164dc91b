package io.sillok.schemas.wire;

import io.sillok.schemas.generation.AnswerEnd;
import io.sillok.schemas.generation.AnswerStream;
import io.sillok.schemas.generation.AnswerStream.Step;
import io.sillok.schemas.generation.Chunk;
import io.sillok.schemas.personal.PersonKeys;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What records say of the answer of a generation: its chunks, and the event that ends it.
/// Stateless.
public final class AnswerRecords {

    private static final String CHUNK = "io.sillok.generation.generation-chunk.v1";
    private static final Set<String> ENDS =
            Set.of(
                    "io.sillok.generation.generation-completed.v1",
                    "io.sillok.generation.generation-failed.v1",
                    "io.sillok.generation.generation-stopped.v1");

    private AnswerRecords() {}

    /// Whether a record says anything of an answer; by its headers alone.
    public static boolean concerns(WireRecord record) {
        return isChunk(record) || isEnd(record);
    }

    /// Whether a record is the event that ends a generation; by its headers alone.
    public static boolean isEnd(WireRecord record) {
        return record.header(Headers.TYPE).filter(ENDS::contains).isPresent();
    }

    /// Lets a listener's stream take what a record says.
    ///
    /// @return what the listener is to be told
    /// @throws io.sillok.schemas.personal.KeysUnavailable when keys cannot be had
    public static List<Step> tell(WireRecord record, PersonKeys keys, AnswerStream stream) {
        if (isChunk(record)) {
            return chunk(record, keys).map(stream::take).orElseGet(List::of);
        }
        return end(record, keys).map(stream::take).orElseGet(List::of);
    }

    /// The end that a record tells; empty when it tells none.
    ///
    /// @throws io.sillok.schemas.personal.KeysUnavailable when keys cannot be had
    public static Optional<AnswerEnd> end(WireRecord record, PersonKeys keys) {
        if (!isEnd(record)) {
            return Optional.empty();
        }
        return switch (EventCodec.decode(record, keys)) {
            case Decoded.Message<LogEntry>(LogEntry.Event(var event)) -> AnswerEnd.of(event);
            case Decoded.Message<LogEntry>(LogEntry.Settlement _) -> Optional.empty();
            case Decoded.Undecodable<LogEntry> _ -> Optional.empty();
        };
    }

    private static Optional<Chunk> chunk(WireRecord record, PersonKeys keys) {
        return switch (ChunkCodec.decode(record, keys)) {
            case Decoded.Message(var envelope) when envelope.chunk() instanceof Chunk chunk ->
                    Optional.of(chunk);
            case Decoded.Message<?> _, Decoded.Undecodable<?> _ -> Optional.empty();
        };
    }

    private static boolean isChunk(WireRecord record) {
        return record.header(Headers.TYPE).filter(CHUNK::equals).isPresent();
    }
}
