package io.sillok.processors.engine.work;

import io.sillok.schemas.personal.PersonKeys;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes one work after the other. Runs on one thread, which alone touches its consumer; while an
/// attempt goes on beside it, it renews the record's lock three times per lock duration.
///
/// A share consumer hands out nothing new while a renewed record is unfinished, so one lane is one
/// work at a time; several lanes are several at once. A topic of work has one partition, so that
/// every free lane sees all of it.
final class Lane<W> implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Lane.class);

    /// Long, because a consumer that is asked again just when something comes may take a second
    /// record, which then waits behind the first one until its lock runs out.
    private static final Duration POLL = Duration.ofSeconds(10);

    private static final Duration JOINS = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Supplier<ShareConsumer<byte[], byte[]>> consumers;
    private final String topic;
    private final Worker<W> worker;
    private final WorkSettings settings;
    private final PersonKeys keys;
    private final DeadLetters deadLetters;
    private final LaneKeeper keeper;
    private final CompletableFuture<Void> stop;
    private volatile boolean consuming;
    private @Nullable Task task;

    /// Whether what the consumer hands out is known to be locked for this lane. What comes right
    /// after another work may have waited in the consumer for longer than its lock: it is renewed
    /// before it is begun.
    private boolean sure;

    private boolean dismissed;
    private long idleSince = System.nanoTime();

    /// @param consumers makes the consumer, anew after each failure
    /// @param topic its name in Kafka
    /// @param stop completed when the lane is to end
    Lane(
            Supplier<ShareConsumer<byte[], byte[]>> consumers,
            String topic,
            Worker<W> worker,
            WorkSettings settings,
            PersonKeys keys,
            DeadLetters deadLetters,
            LaneKeeper keeper,
            CompletableFuture<Void> stop) {
        this.consumers = consumers;
        this.topic = topic;
        this.worker = worker;
        this.settings = settings;
        this.keys = keys;
        this.deadLetters = deadLetters;
        this.keeper = keeper;
        this.stop = stop;
    }

    /// True while its consumer is in use.
    boolean isConsuming() {
        return consuming;
    }

    @Override
    public void run() {
        while (goesOn()) {
            try (ShareConsumer<byte[], byte[]> consumer = consumers.get()) {
                consume(consumer);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.atError()
                        .addKeyValue("worker", worker.name())
                        .setCause(e)
                        .log("a lane failed and is opened again");
                pause();
            } finally {
                consuming = false;
                abandon();
            }
        }
    }

    private boolean goesOn() {
        return !stop.isDone() && !dismissed;
    }

    private void consume(ShareConsumer<byte[], byte[]> consumer) throws InterruptedException {
        consumer.setAcknowledgementCommitCallback(this::acknowledged);
        consumer.subscribe(List.of(topic));
        sure = true;
        CompletableFuture<Void> waking = stop.thenRun(consumer::wakeup);
        try {
            turn(consumer, JOINS);
            while (goesOn()) {
                consuming = true;
                turn(consumer, POLL);
                dismissed = isIdle() && keeper.dismisses();
            }
        } catch (WakeupException _) {
            log.atDebug().addKeyValue("worker", worker.name()).log("a lane is asked to end");
        } finally {
            waking.cancel(false);
        }
    }

    private void turn(ShareConsumer<byte[], byte[]> consumer, Duration patience)
            throws InterruptedException {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(patience);
        sure |= records.isEmpty();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            AcknowledgeType answer =
                    sure ? handle(record, renewEvery(consumer)) : AcknowledgeType.RENEW;
            consumer.acknowledge(record, answer);
            sure = answer == AcknowledgeType.RENEW && renew(consumer);
        }
        Task current = task;
        if (current != null && current.unrenewed().compareTo(settings.lock().multipliedBy(2)) > 0) {
            log.atWarn().addKeyValue("worker", worker.name()).log("work was taken away");
            abandon();
        }
    }

    /// Tells the broker now. Left to the next poll, the consumer would also take a further record,
    /// and keep it locked and untouched as long as this one is worked on.
    ///
    /// @return whether the record is still this lane's
    private boolean renew(ShareConsumer<byte[], byte[]> consumer) {
        boolean isRefused =
                consumer.commitSync(settings.lock()).values().stream()
                        .anyMatch(Optional::isPresent);
        if (isRefused) {
            log.atWarn().addKeyValue("worker", worker.name()).log("work was taken away");
            abandon();
        }
        return !isRefused;
    }

    private AcknowledgeType handle(ConsumerRecord<byte[], byte[]> record, Duration renewEvery)
            throws InterruptedException {
        Task current = task;
        if (current == null || !current.isFor(record)) {
            abandon();
            current = begin(record);
        }
        Optional<AcknowledgeType> result = current.await(renewEvery, stop);
        if (result.isEmpty() && stop.isDone()) {
            result = Optional.of(finish(current));
        }
        if (result.isPresent()) {
            end();
        }
        return result.orElse(AcknowledgeType.RENEW);
    }

    private Task begin(ConsumerRecord<byte[], byte[]> record) {
        Task begun = Task.start(attempt(record));
        task = begun;
        keeper.busy();
        return begun;
    }

    private void end() {
        task = null;
        idleSince = System.nanoTime();
        keeper.free();
    }

    private boolean isIdle() {
        return task == null && System.nanoTime() - idleSince > IDLE.toNanos();
    }

    private AcknowledgeType finish(Task current) throws InterruptedException {
        CompletableFuture<Void> never = new CompletableFuture<>();
        Optional<AcknowledgeType> result = current.await(settings.grace(), never);
        current.cancel();
        return result.orElse(AcknowledgeType.RELEASE);
    }

    private Attempt<W> attempt(ConsumerRecord<byte[], byte[]> record) {
        int number = record.deliveryCount().map(Short::intValue).orElse(1);
        return new Attempt<>(record, number, worker, settings, keys, deadLetters);
    }

    private Duration renewEvery(ShareConsumer<byte[], byte[]> consumer) {
        return consumer.acquisitionLockTimeoutMs()
                .map(Duration::ofMillis)
                .orElse(settings.lock())
                .dividedBy(3);
    }

    private void abandon() {
        Task current = task;
        if (current != null) {
            current.cancel();
            end();
        }
    }

    private void acknowledged(
            Map<TopicIdPartition, Set<Long>> offsets, @Nullable Exception failure) {
        if (failure != null) {
            log.atWarn()
                    .addKeyValue("worker", worker.name())
                    .addKeyValue("offsets", offsets)
                    .addKeyValue("cause", failure.getClass().getSimpleName())
                    .log("an acknowledgement was not taken; the work will come again");
        }
    }

    /// Waits a moment, so that a lasting fault does not keep the machine busy.
    private void pause() {
        try {
            stop.get(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException _) {
            log.atTrace().log("the pause is over");
        }
    }
}
