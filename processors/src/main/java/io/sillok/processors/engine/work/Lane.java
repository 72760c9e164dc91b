package io.sillok.processors.engine.work;

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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes one work after the other. Runs on one thread, which alone touches its consumer; while an
/// attempt goes on beside it, it renews the record's lock three times per lock duration.
///
/// A share consumer hands out nothing new while a renewed record is unfinished, so one lane is one
/// work at a time; several lanes are several at once.
final class Lane<W> implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Lane.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Supplier<ShareConsumer<byte[], byte[]>> consumers;
    private final String topic;
    private final Worker<W> worker;
    private final WorkSettings settings;
    private final DeadLetters deadLetters;
    private final CompletableFuture<Void> stop;
    private volatile boolean consuming;
    private @Nullable Task task;

    /// @param consumers makes the consumer, anew after each failure
    /// @param topic its name in Kafka
    /// @param stop completed when the lane is to end
    Lane(
            Supplier<ShareConsumer<byte[], byte[]>> consumers,
            String topic,
            Worker<W> worker,
            WorkSettings settings,
            DeadLetters deadLetters,
            CompletableFuture<Void> stop) {
        this.consumers = consumers;
        this.topic = topic;
        this.worker = worker;
        this.settings = settings;
        this.deadLetters = deadLetters;
        this.stop = stop;
    }

    /// True while its consumer is in use.
    boolean isConsuming() {
        return consuming;
    }

    @Override
    public void run() {
        while (!stop.isDone()) {
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

    private void consume(ShareConsumer<byte[], byte[]> consumer) throws InterruptedException {
        consumer.setAcknowledgementCommitCallback(this::acknowledged);
        consumer.subscribe(List.of(topic));
        while (!stop.isDone()) {
            turn(consumer);
            consuming = true;
        }
    }

    private void turn(ShareConsumer<byte[], byte[]> consumer) throws InterruptedException {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        for (ConsumerRecord<byte[], byte[]> record : records) {
            consumer.acknowledge(record, handle(record, renewEvery(consumer)));
        }
        Task current = task;
        if (current != null && current.unrenewed().compareTo(settings.lock().multipliedBy(2)) > 0) {
            log.atWarn().addKeyValue("worker", worker.name()).log("work was taken away");
            abandon();
        }
    }

    private AcknowledgeType handle(ConsumerRecord<byte[], byte[]> record, Duration renewEvery)
            throws InterruptedException {
        Task current = task;
        if (current == null || !current.isFor(record)) {
            abandon();
            current = Task.start(attempt(record));
            task = current;
        }
        Optional<AcknowledgeType> result = current.await(renewEvery, stop);
        if (result.isEmpty() && stop.isDone()) {
            result = Optional.of(finish(current));
        }
        if (result.isPresent()) {
            task = null;
        }
        return result.orElse(AcknowledgeType.RENEW);
    }

    private AcknowledgeType finish(Task current) throws InterruptedException {
        CompletableFuture<Void> never = new CompletableFuture<>();
        Optional<AcknowledgeType> result = current.await(settings.grace(), never);
        current.cancel();
        return result.orElse(AcknowledgeType.RELEASE);
    }

    private Attempt<W> attempt(ConsumerRecord<byte[], byte[]> record) {
        int number = record.deliveryCount().map(Short::intValue).orElse(1);
        return new Attempt<>(record, number, worker, settings, deadLetters);
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
            task = null;
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
