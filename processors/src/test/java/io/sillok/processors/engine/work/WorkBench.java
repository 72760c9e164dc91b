package io.sillok.processors.engine.work;

import io.sillok.engines.KafkaEngine;
import io.sillok.platform.kafka.KafkaClients;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.TopicProvisioning;
import io.sillok.schemas.operations.DeadLetter;
import io.sillok.schemas.topics.Namespace;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.Json;
import io.sillok.schemas.wire.WireRecord;
import io.sillok.schemas.wire.WorkCodec;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Topics of their own for one test, and the loops that work on them.
final class WorkBench implements AutoCloseable {

    static final Duration LOCK = Duration.ofMillis(1_500);

    private static final int PARTITIONS = 3;
    private static final Duration BRIEFLY = Duration.ofMillis(50);

    private final KafkaSettings kafka;
    private final LogWriter writer;
    private final List<WorkerLoop> loops = new ArrayList<>();

    WorkBench(KafkaEngine broker, String namespace) {
        kafka =
                new KafkaSettings(
                        broker.bootstrapServers(),
                        new Namespace(namespace),
                        (short) 1,
                        PARTITIONS,
                        Map.of());
        TopicProvisioning.provision(kafka);
        writer = LogWriter.open(kafka, "test");
    }

    /// Three tries, a short lock.
    WorkerLoop start(Worker<?> worker, int lanes) {
        return start(worker, lanes, lanes);
    }

    WorkerLoop start(Worker<?> worker, int lanes, int mostLanes) {
        WorkSettings settings =
                new WorkSettings(
                        Topics.WORK_SCANS,
                        "scan",
                        lanes,
                        mostLanes,
                        LOCK,
                        3,
                        BRIEFLY,
                        BRIEFLY,
                        BRIEFLY);
        WorkerLoop loop = WorkerLoop.start(worker, settings, kafka, writer);
        loops.add(loop);
        return loop;
    }

    void stopLoops() {
        loops.forEach(WorkerLoop::close);
        loops.clear();
    }

    /// Asks for the works with these numbers.
    void ask(int from, int count) throws InterruptedException {
        for (int number : IntStream.range(from, from + count).toArray()) {
            write(WorkCodec.encode(Works.numbered(number)));
        }
    }

    void write(WireRecord work) throws InterruptedException {
        writer.write(Topics.WORK_SCANS, work);
    }

    /// Every dead letter there is.
    List<DeadLetter> letters() throws IOException {
        List<DeadLetter> letters = new ArrayList<>();
        try (var consumer = new KafkaClients(kafka).consumer("letters")) {
            List<TopicPartition> partitions =
                    IntStream.range(0, PARTITIONS)
                            .mapToObj(p -> new TopicPartition(kafka.nameOf(Topics.DEAD_LETTERS), p))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (isBefore(ends, consumer)) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(BRIEFLY)) {
                    letters.add(Json.read(record.value(), DeadLetter.class));
                }
            }
        }
        return letters;
    }

    @Override
    public void close() {
        stopLoops();
        writer.close();
    }

    private static boolean isBefore(Map<TopicPartition, Long> ends, Consumer<?, ?> consumer) {
        return ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }
}
