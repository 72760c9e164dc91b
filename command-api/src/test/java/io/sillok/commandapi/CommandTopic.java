package io.sillok.commandapi;

import io.sillok.platform.kafka.KafkaClients;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.WireRecords;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.CommandCodec;
import io.sillok.schemas.wire.Decoded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/// What stands on the topic of catalog commands.
record CommandTopic(KafkaSettings settings) {

    /// How many records there are.
    long size() {
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            return consumer.endOffsets(partitions(consumer)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /// Every command, in no order.
    List<CommandEnvelope<Object>> commands() {
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long total = size();
            List<CommandEnvelope<Object>> commands = new ArrayList<>();
            while (commands.size() < total) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(
                                record -> {
                                    if (CommandCodec.decode(WireRecords.of(record))
                                            instanceof Decoded.Message(var command)) {
                                        commands.add(command);
                                    }
                                });
            }
            return commands;
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        return new KafkaClients(settings).consumer("test");
    }

    private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        String topic = settings.nameOf(Topics.CATALOG_COMMANDS);
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }
}
