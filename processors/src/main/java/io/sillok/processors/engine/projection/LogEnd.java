package io.sillok.processors.engine.projection;

import io.sillok.platform.kafka.KafkaClients;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/// Where the readers of committed records came to the end of what views are made of, at one moment.
///
/// @param offsets of the record that comes next
public record LogEnd(Map<TopicPartition, Long> offsets) {

    private static final Set<Topic.Kind> PROJECTED =
            Set.of(Topic.Kind.COMMANDS, Topic.Kind.EVENTS, Topic.Kind.KEPT);

    public LogEnd {
        offsets = Map.copyOf(offsets);
    }

    /// Asks the log.
    ///
    /// @throws org.apache.kafka.common.KafkaException when it does not answer
    public static LogEnd now(KafkaSettings kafka, String clientId) {
        List<TopicPartition> partitions =
                Topics.ALL.stream()
                        .filter(topic -> PROJECTED.contains(topic.kind()))
                        .flatMap(topic -> partitions(kafka, topic))
                        .toList();
        try (Consumer<byte[], byte[]> consumer = new KafkaClients(kafka).consumer(clientId)) {
            return new LogEnd(consumer.endOffsets(partitions));
        }
    }

    /// Whether a view that stands at these positions shows all there is to see: it has come to the
    /// end of every partition that it follows.
    ///
    /// @param positions empty when the view was never begun; then it has not
    public boolean isReachedFrom(Map<TopicPartition, Long> positions) {
        return !positions.isEmpty()
                && positions.entrySet().stream()
                        .allMatch(at -> at.getValue() >= offsets.getOrDefault(at.getKey(), 0L));
    }

    /// Every partition of those topics.
    Set<TopicPartition> partitions() {
        return offsets.keySet();
    }

    private static Stream<TopicPartition> partitions(KafkaSettings kafka, Topic topic) {
        return IntStream.range(0, kafka.partitions())
                .mapToObj(number -> new TopicPartition(kafka.nameOf(topic), number));
    }
}
