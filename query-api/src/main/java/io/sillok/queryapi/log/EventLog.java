package io.sillok.queryapi.log;

import io.sillok.platform.kafka.KafkaClients;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.LogUnavailable;
import io.sillok.platform.kafka.Partitioning;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// The events topics, to be read from their beginning. Thread-safe.
///
/// Only a few readings go on at a time, since each costs a consumer and the broker's page cache.
public final class EventLog {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final int LARGEST_FETCH = 256 * 1024;

    private final KafkaClients clients;
    private final KafkaSettings settings;
    private final Semaphore readings;
    private final AtomicLong opened = new AtomicLong();

    /// Connects to nothing yet.
    ///
    /// @param mostReadings how many scans may be open at a time
    public EventLog(KafkaSettings settings, int mostReadings) {
        this.clients = new KafkaClients(settings);
        this.settings = settings;
        this.readings = new Semaphore(mostReadings);
    }

    /// Begins a reading; empty when too many go on. The caller closes it.
    ///
    /// @throws LogUnavailable when the log does not answer
    public Optional<LogScan> open(Stretch stretch) {
        if (!readings.tryAcquire()) {
            return Optional.empty();
        }
        boolean begun = false;
        try {
            LogScan scan = scan(stretch);
            begun = true;
            return Optional.of(scan);
        } catch (KafkaException e) {
            throw new LogUnavailable("the log could not be opened for reading", e);
        } finally {
            if (!begun) {
                readings.release();
            }
        }
    }

    private LogScan scan(Stretch stretch) {
        Consumer<byte[], byte[]> consumer = consumer();
        boolean begun = false;
        try {
            LogScan scan = new LogScan(consumer, span(consumer, stretch), readings::release);
            begun = true;
            return scan;
        } finally {
            if (!begun) {
                consumer.close(CloseOptions.timeout(AT_ONCE));
            }
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> properties =
                clients.consumerProperties("query-api.scan-" + opened.incrementAndGet());
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, LARGEST_FETCH);
        return new KafkaConsumer<>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Span span(Consumer<byte[], byte[]> consumer, Stretch stretch) {
        Set<TopicPartition> places = places(stretch.key());
        Map<TopicPartition, Long> froms = new HashMap<>(begin(consumer, places, stretch));
        places.forEach(
                place -> {
                    Long position = stretch.positions().get(place);
                    if (position != null) {
                        froms.put(place, position);
                    }
                });
        return new Span(froms, consumer.endOffsets(places));
    }

    private static Map<TopicPartition, Long> begin(
            Consumer<byte[], byte[]> consumer, Set<TopicPartition> places, Stretch stretch) {
        return stretch.since()
                .map(since -> since(consumer, places, since))
                .orElseGet(() -> consumer.beginningOffsets(places));
    }

    private Set<TopicPartition> places(Optional<BoundaryKey> key) {
        return Topics.EVENTS.stream()
                .map(settings::nameOf)
                .flatMap(topic -> key.map(k -> place(topic, k)).orElseGet(() -> all(topic)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<TopicPartition> place(String topic, BoundaryKey key) {
        byte[] bytes = key.value().getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                new TopicPartition(topic, Partitioning.partitionOf(bytes, settings.partitions())));
    }

    private Stream<TopicPartition> all(String topic) {
        return Stream.iterate(0, p -> p < settings.partitions(), p -> p + 1)
                .map(partition -> new TopicPartition(topic, partition));
    }

    /// The first offset of each partition whose record is not older; records before it may be
    /// younger than those after, but none of them is as young as `since`.
    private static Map<TopicPartition, Long> since(
            Consumer<byte[], byte[]> consumer, Set<TopicPartition> places, Instant since) {
        Map<TopicPartition, Long> times = new HashMap<>();
        places.forEach(place -> times.put(place, since.toEpochMilli()));
        Map<TopicPartition, Long> froms = new HashMap<>();
        consumer.offsetsForTimes(times)
                .forEach(
                        (TopicPartition place, OffsetAndTimestamp found) -> {
                            if (found != null) {
                                froms.put(place, found.offset());
                            }
                        });
        return froms;
    }
}
