package io.sillok.processors.engine.projection;

import io.sillok.platform.kafka.KafkaClients;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.LogPosition;
import io.sillok.platform.kafka.WireRecords;
import io.sillok.schemas.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All partitions of some topics, read from given positions on: committed records only, and every
/// step of the positions, also those over transaction markers, which are no records. Used by one
/// thread.
final class LogTail implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LogTail.class);
    private static final int BATCH = 2_000;

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Topic> partitions;
    private Map<TopicPartition, Long> stored = Map.of();
    private Map<TopicPartition, Long> goal = Map.of();

    /// What was read at once.
    ///
    /// @param newest when its newest record was written; empty without records
    record Polled(List<LogRecord> records, Advance advance, Optional<Instant> newest) {}

    private LogTail(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Topic> partitions) {
        this.consumer = consumer;
        this.partitions = partitions;
    }

    /// @throws org.apache.kafka.common.KafkaException when the log does not answer
    static LogTail open(KafkaSettings settings, String clientId, List<Topic> topics) {
        Map<String, Object> properties = new KafkaClients(settings).consumerProperties(clientId);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
        Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            Map<TopicPartition, Topic> partitions = new HashMap<>();
            for (Topic topic : topics) {
                consumer.partitionsFor(settings.nameOf(topic))
                        .forEach(
                                info ->
                                        partitions.put(
                                                new TopicPartition(info.topic(), info.partition()),
                                                topic));
            }
            consumer.assign(partitions.keySet());
            return new LogTail(consumer, partitions);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /// The first offsets there are.
    Map<TopicPartition, Long> beginnings() {
        return Map.copyOf(consumer.beginningOffsets(partitions.keySet()));
    }

    /// Goes to where reading once ended. Of a topic that forgets its records it goes to the first
    /// one left.
    ///
    /// @param positions as they are stored
    /// @throws IllegalStateException when the log has no such position: the rows were made from
    ///   another log, or this one has lost records
    void goTo(Map<TopicPartition, Long> positions, Map<TopicPartition, Long> beginnings) {
        stored = Map.copyOf(positions);
        goal = Map.copyOf(consumer.endOffsets(partitions.keySet()));
        partitions.forEach(
                (partition, topic) -> {
                    long beginning = beginnings.getOrDefault(partition, 0L);
                    long position = positions.getOrDefault(partition, beginning);
                    if (position < beginning && topic.retention().isPresent()) {
                        log.atWarn()
                                .addKeyValue("topic", partition.topic())
                                .addKeyValue("partition", partition.partition())
                                .addKeyValue("forgotten", beginning - position)
                                .log("the log has forgotten records before they were projected");
                        position = beginning;
                    }
                    if (position < beginning || position > goal.getOrDefault(partition, 0L)) {
                        throw new IllegalStateException(
                                "the log has no offset " + position + " in " + partition);
                    }
                    consumer.seek(partition, position);
                });
    }

    /// Waits for records, or for the positions to move.
    Polled poll(Duration patience) {
        List<LogRecord> records = new ArrayList<>();
        long newest = -1;
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(patience)) {
            records.add(read(record));
            newest = Math.max(newest, record.timestamp());
        }
        Map<TopicPartition, Long> reached = new HashMap<>();
        partitions.keySet().forEach(p -> reached.put(p, consumer.position(p)));
        Optional<Instant> written =
                newest < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(newest));
        return new Polled(records, new Advance(stored, reached), written);
    }

    /// What was read last is stored.
    void done(Advance advance) {
        stored = advance.to();
    }

    /// True once everything is stored that was on the log when reading began.
    boolean reachedGoal() {
        return goal.entrySet().stream()
                .allMatch(end -> stored.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    /// True when there is more on the log than was read, as far as is known.
    boolean isBehind() {
        return partitions.keySet().stream()
                .anyMatch(partition -> consumer.currentLag(partition).orElse(0L) > 0);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private LogRecord read(ConsumerRecord<byte[], byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        Topic topic = Objects.requireNonNull(partitions.get(partition), "read an unknown topic");
        LogPosition position = new LogPosition(record.topic(), record.partition(), record.offset());
        return new LogRecord(topic, position, WireRecords.of(record));
    }
}
