package io.sillok.processors.generation.worker;

import io.sillok.platform.kafka.KafkaClients;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.WireRecords;
import io.sillok.processors.generation.model.TokenSink;
import io.sillok.schemas.envelope.ChunkEnvelope;
import io.sillok.schemas.generation.Chunk;
import io.sillok.schemas.generation.GenerateWork;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.ChunkCodec;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes what models say to `generation.chunks`, at once and in order, without waiting for the log
/// and outside of any transaction. Thread-safe.
final class ChunkLog implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ChunkLog.class);

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final PersonKeys keys;
    private final InstantSource clock;

    /// @param keys of persons
    ChunkLog(KafkaSettings kafka, PersonKeys keys, InstantSource clock) {
        this.producer = new KafkaClients(kafka).producer("generation-chunks");
        this.topic = kafka.nameOf(Topics.GENERATION_CHUNKS);
        this.keys = keys;
        this.clock = clock;
    }

    /// Where the tokens of one attempt go.
    Stream stream(GenerateWork work, int attempt) {
        return new Stream(work, attempt);
    }

    @Override
    public void close() {
        producer.close();
    }

    /// The chunks of one attempt. Used by one thread.
    final class Stream implements TokenSink {

        private final GenerateWork work;
        private final int attempt;
        private int written;
        private boolean broken;

        private Stream(GenerateWork work, int attempt) {
            this.work = work;
            this.attempt = attempt;
        }

        /// Writes the next chunk, if the answer is wanted piece by piece. When the log does not
        /// take one, the stream ends there: the whole answer comes at the end in any case.
        @Override
        public void take(String text) {
            if (!work.streamed() || broken) {
                return;
            }
            Chunk chunk =
                    new Chunk(work.generation(), work.owner(), attempt, written, Optional.of(text));
            try {
                var _ =
                        producer.send(
                                WireRecords.toProducer(
                                        topic, ChunkCodec.encode(placed(chunk), keys)),
                                (_, failure) -> {
                                    if (failure != null) {
                                        lost(failure);
                                    }
                                });
                written++;
            } catch (KafkaException e) {
                broken = true;
                lost(e);
            }
        }

        /// How many chunks there are.
        int written() {
            return written;
        }

        private ChunkEnvelope<Chunk> placed(Chunk chunk) {
            return ChunkEnvelope.of(
                    chunk.subject(), attempt + "." + chunk.index(), clock.instant(), chunk);
        }

        private void lost(Exception cause) {
            log.atWarn()
                    .addKeyValue("generationId", work.generation())
                    .addKeyValue("cause", cause.toString())
                    .log("a chunk of an answer was not written");
        }
    }
}
