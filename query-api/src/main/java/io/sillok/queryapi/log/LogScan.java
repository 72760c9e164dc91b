package io.sillok.queryapi.log;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toMap;

import io.sillok.platform.kafka.LogUnavailable;
import io.sillok.platform.kafka.WireRecords;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/// One pass over some partitions, from given offsets up to ends that were fixed before: each
/// partition in its order, the partitions merged by the time of their records. The same span gives
/// the same sequence again.
///
/// Memory is bounded: a partition is fetched again only when all that was fetched of it has been
/// taken. Not thread-safe; must be closed.
public final class LogScan implements AutoCloseable {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration ONE_POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final Comparator<ConsumerRecord<byte[], byte[]>> EARLIER =
            Comparator.<ConsumerRecord<byte[], byte[]>>comparingLong(ConsumerRecord::timestamp)
                    .thenComparing(ConsumerRecord::topic)
                    .thenComparingInt(ConsumerRecord::partition);

    private final Consumer<byte[], byte[]> consumer;
    private final List<Lane> lanes;
    private final Runnable whenClosed;

    /// @param consumer assigned to nothing yet; closed with this
    /// @param span where to begin and where to end
    LogScan(Consumer<byte[], byte[]> consumer, Span span, Runnable whenClosed) {
        this.consumer = consumer;
        this.whenClosed = whenClosed;
        this.lanes =
                span.ends().entrySet().stream()
                        .map(end -> new Lane(end.getKey(), end.getValue(), span.from(end.getKey())))
                        .toList();
        consumer.assign(span.ends().keySet());
        lanes.forEach(lane -> consumer.seek(lane.place, lane.position));
    }

    /// The next record; empty at the end.
    ///
    /// @throws LogUnavailable when the log stops answering
    public Optional<LoggedRecord> next() {
        long lastMove = System.nanoTime();
        while (lanes.stream().anyMatch(Lane::isOwing)) {
            if (fetch()) {
                lastMove = System.nanoTime();
            } else if (System.nanoTime() - lastMove > PATIENCE.toNanos()) {
                throw new LogUnavailable("the log stopped answering", new TimeoutException());
            }
        }
        return lanes.stream()
                .filter(lane -> !lane.fetched.isEmpty())
                .min(Comparator.comparing(lane -> lane.fetched.getFirst(), EARLIER))
                .map(lane -> logged(lane.fetched.removeFirst()));
    }

    /// The offset of each partition where a later scan goes on.
    public Map<TopicPartition, Long> positions() {
        return lanes.stream().collect(toMap(lane -> lane.place, Lane::next));
    }

    @Override
    public void close() {
        try {
            consumer.close(CloseOptions.timeout(AT_ONCE));
        } finally {
            whenClosed.run();
        }
    }

    /// Whether anything moved.
    private boolean fetch() {
        Map<Boolean, List<Lane>> owing = lanes.stream().collect(partitioningBy(Lane::isOwing));
        consumer.pause(places(owing.getOrDefault(false, List.of())));
        consumer.resume(places(owing.getOrDefault(true, List.of())));
        try {
            var records = consumer.poll(ONE_POLL);
            lanes.forEach(lane -> records.records(lane.place).forEach(lane::add));
            return lanes.stream().filter(lane -> lane.moveTo(consumer.position(lane.place))).count()
                    > 0;
        } catch (KafkaException e) {
            throw new LogUnavailable("the log could not be read", e);
        }
    }

    private static Collection<TopicPartition> places(List<Lane> lanes) {
        return lanes.stream().map(lane -> lane.place).toList();
    }

    private static LoggedRecord logged(ConsumerRecord<byte[], byte[]> record) {
        return new LoggedRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                WireRecords.of(record));
    }

    /// One partition on its way from position to end.
    private static final class Lane {

        private final TopicPartition place;
        private final long end;
        private final Deque<ConsumerRecord<byte[], byte[]>> fetched = new ArrayDeque<>();
        private long position;

        private Lane(TopicPartition place, long end, long position) {
            this.place = place;
            this.end = end;
            this.position = position;
        }

        /// It has more to give, but nothing in hand.
        private boolean isOwing() {
            return fetched.isEmpty() && position < end;
        }

        private void add(ConsumerRecord<byte[], byte[]> record) {
            if (record.offset() < end) {
                fetched.add(record);
            }
        }

        private boolean moveTo(long reached) {
            boolean moved = reached > position;
            position = reached;
            return moved;
        }

        private long next() {
            return fetched.isEmpty() ? Math.min(position, end) : fetched.getFirst().offset();
        }
    }
}
