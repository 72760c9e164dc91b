package io.sillok.processors.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.kafka.WireRecords;
import io.sillok.schemas.operations.DeadLetter;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.topics.Namespace;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.Json;
import io.sillok.schemas.wire.WireRecord;
import io.sillok.schemas.wire.WorkCodec;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class AttemptTest {

    private static final WorkSettings THREE_TRIES =
            new WorkSettings(
                    Topics.WORK_SCANS,
                    "scan",
                    1,
                    1,
                    Duration.ofSeconds(1),
                    3,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO);

    private final MockProducer<byte[], byte[]> log =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

    @Test
    void acceptsWhatIsDone() throws InterruptedException {
        assertThat(attempt(RecordingWorker.diligent(), 1)).isEqualTo(AcknowledgeType.ACCEPT);
        assertThat(log.history()).isEmpty();
    }

    @Test
    void releasesWhatFailed() throws InterruptedException {
        RecordingWorker worker = RecordingWorker.failing("away");

        assertThat(attempt(worker, 2)).isEqualTo(AcknowledgeType.RELEASE);
        assertThat(worker.givenUp).isEmpty();
    }

    @Test
    void releasesWhatTheWorkerThrewAt() throws InterruptedException {
        RecordingWorker worker =
                new RecordingWorker(
                        (_, _) -> {
                            throw new IllegalStateException("broken");
                        });

        assertThat(attempt(worker, 1)).isEqualTo(AcknowledgeType.RELEASE);
    }

    @Test
    void givesUpAtTheLastTry() throws Exception {
        RecordingWorker worker = RecordingWorker.failing("away");

        assertThat(attempt(worker, 3)).isEqualTo(AcknowledgeType.REJECT);
        assertThat(worker.givenUp).containsExactly("away");
        assertThat(letter().reason()).isEqualTo("away");
        assertThat(letter().component()).isEqualTo("recording");
    }

    @Test
    void doesNotTryAgainWhatTooManyCrashesCutShort() throws Exception {
        RecordingWorker worker = RecordingWorker.diligent();

        assertThat(attempt(worker, 4)).isEqualTo(AcknowledgeType.REJECT);
        assertThat(worker.tried).isEmpty();
        assertThat(worker.givenUp).containsExactly("tries-exhausted");
        assertThat(letter().reason()).isEqualTo("tries-exhausted");
    }

    @Test
    void givesUpAtOnceWhatIsHopeless() throws Exception {
        RecordingWorker worker = new RecordingWorker((_, _) -> new WorkOutcome.Hopeless("never"));

        assertThat(attempt(worker, 1)).isEqualTo(AcknowledgeType.REJECT);
        assertThat(worker.givenUp).containsExactly("never");
        assertThat(letter().reason()).isEqualTo("never");
    }

    @Test
    void buriesWhatCannotBeDecoded() throws Exception {
        RecordingWorker worker = RecordingWorker.diligent();
        WireRecord nonsense = new WireRecord("key", Map.of("a", "b"), new byte[] {1, 2});

        assertThat(attempt(worker, nonsense, 1)).isEqualTo(AcknowledgeType.REJECT);
        assertThat(worker.tried).isEmpty();
        assertThat(letter().reason()).isEqualTo("malformed-headers");
        assertThat(letter().value()).isEqualTo("AQI=");
        assertThat(letter().headers()).isEqualTo(Map.of("a", "b"));
        assertThat(letter().offset()).isEqualTo(7);
    }

    @Test
    void keepsTheRecordWhenTheDeadLetterCannotBeWritten() throws InterruptedException {
        log.sendException = new IllegalStateException("away");

        assertThat(attempt(RecordingWorker.failing("away"), 3)).isEqualTo(AcknowledgeType.RELEASE);
    }

    @Test
    void doublesThePauseUpToTheLongest() {
        WorkSettings settings = WorkSettings.of(Topics.WORK_SCANS, "scan");

        assertThat(settings.pauseAfter(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.pauseAfter(4)).isEqualTo(Duration.ofSeconds(8));
        assertThat(settings.pauseAfter(100)).isEqualTo(Duration.ofSeconds(30));
    }

    private AcknowledgeType attempt(RecordingWorker worker, int number)
            throws InterruptedException {
        return attempt(worker, WorkCodec.encode(Works.numbered(1)), number);
    }

    private AcknowledgeType attempt(RecordingWorker worker, WireRecord work, int number)
            throws InterruptedException {
        LogWriter writer = new LogWriter(log, new Namespace("test"));
        DeadLetters letters = new DeadLetters(writer, Clock.systemUTC());
        return new Attempt<>(delivered(work), number, worker, THREE_TRIES, PersonKeys.NONE, letters)
                .run();
    }

    private static ConsumerRecord<byte[], byte[]> delivered(WireRecord work) {
        return new ConsumerRecord<>(
                "test.work.scans.v1",
                2,
                7,
                0,
                TimestampType.CREATE_TIME,
                1,
                1,
                work.keyBytes(),
                work.value(),
                WireRecords.headers(work),
                Optional.empty());
    }

    private DeadLetter letter() throws Exception {
        assertThat(log.history()).hasSize(1);
        assertThat(log.history().getFirst().topic()).isEqualTo("test.operations.dead-letters.v1");
        return Json.read(log.history().getFirst().value(), DeadLetter.class);
    }
}
