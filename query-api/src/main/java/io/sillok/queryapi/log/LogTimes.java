package io.sillok.queryapi.log;

import io.sillok.platform.kafka.KafkaClients;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.LogUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// When records at given places were written. Thread-safe, one question at a time.
public final class LogTimes implements AutoCloseable {

    private static final Duration ONE_POLL = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final int SMALL_FETCH = 1;

    private final Consumer<byte[], byte[]> consumer;
    private final ReentrantLock lock = new ReentrantLock();

    public LogTimes(KafkaSettings settings) {
        Map<String, Object> properties =
                new KafkaClients(settings).consumerProperties("query-api.times");
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, SMALL_FETCH);
        this.consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /// When the oldest of the first records from these places on was written; empty when there is
    /// none, which is so where only transaction markers follow.
    ///
    /// @throws LogUnavailable when the log does not answer
    public Optional<Instant> oldest(Map<TopicPartition, Long> places) {
        if (places.isEmpty()) {
            return Optional.empty();
        }
        lock.lock();
        try {
            consumer.assign(places.keySet());
            places.forEach(consumer::seek);
            return firsts(places).stream().min(Comparator.naturalOrder());
        } catch (KafkaException e) {
            throw new LogUnavailable("the log does not say when records were written", e);
        } finally {
            lock.unlock();
        }
    }

    private Collection<Instant> firsts(Map<TopicPartition, Long> places) {
        Map<TopicPartition, Instant> times = new HashMap<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (places.entrySet().stream().anyMatch(this::isUnread) && System.nanoTime() < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(ONE_POLL)) {
                times.putIfAbsent(
                        new TopicPartition(record.topic(), record.partition()),
                        Instant.ofEpochMilli(record.timestamp()));
            }
        }
        return times.values();
    }

    /// Nothing has come from there yet, neither a record nor a marker.
    private boolean isUnread(Map.Entry<TopicPartition, Long> place) {
        return consumer.position(place.getKey()) <= place.getValue();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            consumer.close(CloseOptions.timeout(AT_ONCE));
        } finally {
            lock.unlock();
        }
    }
}
