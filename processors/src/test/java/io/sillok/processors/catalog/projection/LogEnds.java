package io.sillok.processors.catalog.projection;

import io.sillok.platform.kafka.KafkaClients;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.schemas.topics.Topic;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/// Where a topic ends for those who read committed records.
record LogEnds(KafkaSettings kafka) {

    /// By `topic/partition`.
    Map<String, Long> of(Topic topic) {
        Map<String, Long> ends = new TreeMap<>();
        try (Consumer<byte[], byte[]> consumer = new KafkaClients(kafka).consumer("ends")) {
            var partitions =
                    consumer.partitionsFor(kafka.nameOf(topic)).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.endOffsets(partitions)
                    .forEach((at, end) -> ends.put(at.topic() + "/" + at.partition(), end));
        }
        return ends;
    }
}
