package io.sillok.platform.testkit;

import io.sillok.schemas.wire.WireRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Reads a topic from its first offset to its present end, committed records only. Deliberately
/// apart from the product's own readers, so that a fault there cannot hide itself.
public final class WholeLog {

    private final String bootstrapServers;

    public WholeLog(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /// One record where it stands.
    public record Stored(String topic, int partition, long offset, WireRecord record) {}

    /// Every record of the topic, partition by partition, each in offset order.
    ///
    /// @param topic its name in Kafka
    public List<Stored> read(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            List<Stored> all = new ArrayList<>();
            partitions.forEach(partition -> read(consumer, partition, all));
            return all;
        }
    }

    private static void read(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, List<Stored> into) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        while (consumer.position(partition) < end) {
            consumer.poll(Duration.ofMillis(200)).forEach(record -> into.add(stored(record)));
        }
    }

    private static Stored stored(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        String key = new String(record.key(), StandardCharsets.UTF_8);
        byte[] value = record.value() == null ? new byte[0] : record.value();
        return new Stored(
                record.topic(),
                record.partition(),
                record.offset(),
                new WireRecord(key, headers, value));
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
