package io.sillok.platform.kafka;

import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.wire.WireRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows a topic from a little while ago on, for as long as it is open. One thread of its own
/// tells the follower every committed record, in the order of its partition.
///
/// It keeps its positions, so a broker that restarts, or a client that has to be made anew, costs
/// no record. What a record is about is not its concern.
public final class TopicTail implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TopicTail.class);

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration POLITE = Duration.ofSeconds(2);

    private final KafkaClients clients;
    private final String topic;
    private final String clientId;
    private final Duration lookBack;
    private final Follower follower;
    private final Clock clock = Clock.systemUTC();
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final Thread thread;
    private @Nullable LogEpoch epoch;
    private volatile String trouble = "nothing was read yet";
    private volatile boolean stopping;

    /// Who is told.
    public interface Follower {

        void take(WireRecord record);

        /// All that stood on the topic when it was first reached has been told.
        void caughtUp();
    }

    /// @param lookBack from when on records are told
    public TopicTail(
            KafkaSettings settings,
            Topic topic,
            String clientId,
            Duration lookBack,
            Follower follower) {
        this.clients = new KafkaClients(settings);
        this.topic = settings.nameOf(topic);
        this.clientId = clientId;
        this.lookBack = lookBack;
        this.follower = follower;
        this.thread = Thread.ofPlatform().daemon().name(clientId).unstarted(this::run);
    }

    /// Begins, and waits a little until the follower has caught up. A log that comes later is found
    /// later.
    public void start(Duration patience) throws InterruptedException {
        thread.start();
        if (!caughtUp.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            log.atWarn().addKeyValue("topic", topic).log("the log does not answer yet");
        }
    }

    /// What keeps it from reading; empty when nothing does.
    public String trouble() {
        return trouble;
    }

    /// Whether all that stood on the topic when it was first reached has been told.
    public boolean isCaughtUp() {
        return caughtUp.getCount() == 0;
    }

    @Override
    public void close() {
        stopping = true;
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            if (!thread.join(POLITE)) {
                thread.interrupt();
                thread.join(POLITE);
            }
        } catch (InterruptedException _) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopping) {
            try {
                identify();
                follow();
            } catch (InterruptException | WakeupException _) {
                trouble = "stopped";
            } catch (InvalidOffsetException e) {
                next.clear();
                failed("the log no longer has the position", e);
            } catch (KafkaException | LogUnavailable e) {
                failed("the log does not answer", e);
            } catch (RuntimeException e) {
                failed("reading failed for a reason nobody foresaw", e);
            }
        }
    }

    private void failed(String what, Exception cause) {
        trouble = what;
        log.atWarn()
                .addKeyValue("topic", topic)
                .addKeyValue("cause", cause.toString())
                .log("a topic cannot be followed; trying again");
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Positions of another log mean nothing.
    private void identify() {
        try (Admin admin = clients.admin(clientId + "-epoch")) {
            LogEpoch found = LogEpoch.of(admin);
            if (!found.equals(epoch)) {
                next.clear();
                epoch = found;
            }
        }
    }

    private void follow() {
        try (Consumer<byte[], byte[]> consumer = clients.consumer(clientId)) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(each -> new TopicPartition(topic, each.partition()))
                            .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            begin(consumer, partitions, ends);
            next.forEach(consumer::seek);
            trouble = "";
            while (!stopping) {
                consumer.poll(POLL).forEach(record -> follower.take(WireRecords.of(record)));
                partitions.forEach(each -> next.put(each, consumer.position(each)));
                if (!isCaughtUp() && hasReached(ends)) {
                    follower.caughtUp();
                    caughtUp.countDown();
                }
            }
            // it belongs to no group that would have to know
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    /// Where nothing was read yet reading begins some time back, or at the end where nothing is
    /// that young.
    private void begin(
            Consumer<byte[], byte[]> consumer,
            Collection<TopicPartition> partitions,
            Map<TopicPartition, Long> ends) {
        long since = Instant.now(clock).minus(lookBack).toEpochMilli();
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.stream()
                .filter(each -> !next.containsKey(each))
                .forEach(each -> times.put(each, since));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
        times.keySet()
                .forEach(
                        each ->
                                next.put(
                                        each,
                                        Optional.ofNullable(found.get(each))
                                                .map(OffsetAndTimestamp::offset)
                                                .orElseGet(() -> ends.getOrDefault(each, 0L))));
    }

    private boolean hasReached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }
}
