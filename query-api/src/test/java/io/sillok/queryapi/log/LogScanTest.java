package io.sillok.queryapi.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

final class LogScanTest {

    private static final TopicPartition LEFT = new TopicPartition("events", 0);
    private static final TopicPartition RIGHT = new TopicPartition("events", 1);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private final AtomicInteger closed = new AtomicInteger();

    @Test
    void mergesPartitionsByTimeAndKeepsTheOrderOfEach() {
        LogScan scan = scan(Map.of(LEFT, 0L, RIGHT, 0L), Map.of(LEFT, 3L, RIGHT, 2L));
        add(LEFT, 0, 10);
        add(LEFT, 1, 40);
        add(LEFT, 2, 30);
        add(RIGHT, 0, 20);
        add(RIGHT, 1, 35);
        assertThat(read(scan)).containsExactly("0@0", "1@0", "1@1", "0@1", "0@2");
    }

    @Test
    void endsWhereItWasToldTo() {
        LogScan scan = scan(Map.of(LEFT, 1L), Map.of(LEFT, 2L));
        add(LEFT, 0, 1);
        add(LEFT, 1, 2);
        add(LEFT, 2, 3);
        assertThat(read(scan)).containsExactly("0@1");
        assertThat(scan.positions()).isEqualTo(Map.of(LEFT, 2L));
    }

    @Test
    void saysWhereToGoOn() {
        LogScan scan = scan(Map.of(LEFT, 0L, RIGHT, 0L), Map.of(LEFT, 2L, RIGHT, 1L));
        add(LEFT, 0, 1);
        add(LEFT, 1, 3);
        add(RIGHT, 0, 2);
        assertThat(scan.positions()).isEqualTo(Map.of(LEFT, 0L, RIGHT, 0L));
        assertThat(scan.next()).isPresent();
        assertThat(scan.positions()).isEqualTo(Map.of(LEFT, 1L, RIGHT, 0L));
    }

    @Test
    void readsNothingOfAPartitionThatBeginsAtItsEnd() {
        LogScan scan = scan(Map.of(), Map.of(LEFT, 7L));
        assertThat(scan.next()).isEmpty();
        assertThat(scan.positions()).isEqualTo(Map.of(LEFT, 7L));
    }

    @Test
    void givesItsPlaceBackWhenClosed() {
        scan(Map.of(), Map.of(LEFT, 0L)).close();
        assertThat(closed).hasValue(1);
        assertThat(consumer.closed()).isTrue();
    }

    private LogScan scan(Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends) {
        return new LogScan(consumer, new Span(from, ends), closed::incrementAndGet);
    }

    private static List<String> read(LogScan scan) {
        List<String> places = new ArrayList<>();
        for (var next = scan.next(); next.isPresent(); next = scan.next()) {
            places.add(next.get().partition() + "@" + next.get().offset());
        }
        return places;
    }

    private void add(TopicPartition at, long offset, long timestamp) {
        consumer.addRecord(
                new ConsumerRecord<>(
                        at.topic(),
                        at.partition(),
                        offset,
                        timestamp,
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        new byte[0],
                        new byte[0],
                        new RecordHeaders(),
                        Optional.empty()));
    }
}
