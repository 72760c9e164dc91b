package io.sillok.processors.engine.work;

import io.sillok.platform.kafka.WireRecords;
import io.sillok.schemas.envelope.WorkEnvelope;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.wire.Decoded;
import io.sillok.schemas.wire.WorkCodec;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One delivery of a work to a worker, from the record to the acknowledgement.
///
/// @param record as it was delivered
/// @param number which delivery it is, from 1
/// @param keys of persons, for work that is about one
record Attempt<W>(
        ConsumerRecord<byte[], byte[]> record,
        int number,
        Worker<W> worker,
        WorkSettings settings,
        PersonKeys keys,
        DeadLetters deadLetters) {

    private static final Logger log = LoggerFactory.getLogger(Attempt.class);

    /// Works, and says what the share group is to be told. Waits before it releases, so that the
    /// next try does not follow at once.
    AcknowledgeType run() throws InterruptedException {
        try {
            return switch (WorkCodec.decode(WireRecords.of(record), keys)) {
                case Decoded.Message(var work) -> attempt(work);
                case Decoded.Undecodable(var reason, var detail) -> bury(reason, detail);
            };
        } catch (RuntimeException | Error e) {
            log.atWarn()
                    .addKeyValue("worker", worker.name())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .setCause(e)
                    .log("work could not be given up yet");
            return release();
        }
    }

    private AcknowledgeType attempt(WorkEnvelope<Object> work) throws InterruptedException {
        if (!worker.type().isInstance(work.work())) {
            return bury("unknown-work", "another kind of work than this worker does");
        }
        WorkEnvelope<W> own = work.with(worker.type().cast(work.work()));
        if (number > settings.tries()) {
            return giveUp(own, "tries-exhausted");
        }
        return switch (outcome(own)) {
            case WorkOutcome.Done _ -> AcknowledgeType.ACCEPT;
            case WorkOutcome.Hopeless(var reason) -> giveUp(own, reason);
            case WorkOutcome.Failed(var reason) -> failed(own, reason);
        };
    }

    private WorkOutcome outcome(WorkEnvelope<W> work) throws InterruptedException {
        try {
            return worker.work(work);
        } catch (RuntimeException | Error e) {
            log.atWarn()
                    .addKeyValue("worker", worker.name())
                    .addKeyValue("workId", work.id())
                    .addKeyValue("subject", work.subject())
                    .addKeyValue("attempt", number)
                    .setCause(e)
                    .log("worker failed");
            return new WorkOutcome.Failed("worker-failed");
        }
    }

    private AcknowledgeType failed(WorkEnvelope<W> work, String reason)
            throws InterruptedException {
        if (number >= settings.tries()) {
            return giveUp(work, reason);
        }
        log.atWarn()
                .addKeyValue("worker", worker.name())
                .addKeyValue("workId", work.id())
                .addKeyValue("attempt", number)
                .addKeyValue("reason", reason)
                .log("work will be tried again");
        return release();
    }

    private AcknowledgeType giveUp(WorkEnvelope<W> work, String reason)
            throws InterruptedException {
        worker.giveUp(work, reason);
        return bury(reason, "given up at delivery " + number);
    }

    private AcknowledgeType bury(String reason, String detail) throws InterruptedException {
        deadLetters.keep(record, worker.name(), reason, detail);
        return AcknowledgeType.REJECT;
    }

    private AcknowledgeType release() throws InterruptedException {
        Thread.sleep(settings.pauseAfter(number));
        return AcknowledgeType.RELEASE;
    }
}
