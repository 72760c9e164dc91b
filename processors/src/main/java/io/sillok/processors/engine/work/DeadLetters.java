package io.sillok.processors.engine.work;

import io.sillok.platform.kafka.LogUnavailable;
import io.sillok.platform.kafka.WireRecords;
import io.sillok.schemas.operations.DeadLetter;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.DeadLetterCodec;
import io.sillok.schemas.wire.WireRecord;
import java.time.Clock;
import java.util.Base64;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps work that nobody could do, whole and with its cause. Thread-safe.
final class DeadLetters {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final LogWriter writer;
    private final Clock clock;

    DeadLetters(LogWriter writer, Clock clock) {
        this.writer = writer;
        this.clock = clock;
    }

    /// Returns when the letter is on the log.
    ///
    /// @throws LogUnavailable when the log did not take it in time
    void keep(ConsumerRecord<byte[], byte[]> record, String worker, String reason, String detail)
            throws InterruptedException {
        WireRecord wire = WireRecords.of(record);
        DeadLetter letter =
                new DeadLetter(
                        worker,
                        reason,
                        detail,
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        clock.instant(),
                        wire.key(),
                        wire.headers(),
                        Base64.getEncoder().encodeToString(wire.value()));
        writer.write(Topics.DEAD_LETTERS, DeadLetterCodec.encode(letter));
        log.atError()
                .addKeyValue("worker", worker)
                .addKeyValue("reason", reason)
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .log("work became a dead letter");
    }
}
