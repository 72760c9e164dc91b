package io.sillok.processors.engine.work;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// An [Attempt] that runs on a virtual thread of its own. Used by one lane only.
final class Task {

    private final ConsumerRecord<byte[], byte[]> record;
    private final CompletableFuture<AcknowledgeType> result = new CompletableFuture<>();
    private final Thread thread;
    private long renewedAt = System.nanoTime();

    private Task(
            ConsumerRecord<byte[], byte[]> record, Thread.Builder threads, Attempt<?> attempt) {
        this.record = record;
        this.thread = threads.unstarted(() -> complete(attempt));
    }

    static Task start(Attempt<?> attempt) {
        Thread.Builder threads = Thread.ofVirtual().name("work-" + attempt.worker().name());
        Task task = new Task(attempt.record(), threads, attempt);
        task.thread.start();
        return task;
    }

    /// Whether a delivered record is the one that is worked on.
    boolean isFor(ConsumerRecord<byte[], byte[]> delivered) {
        return delivered.partition() == record.partition() && delivered.offset() == record.offset();
    }

    /// Waits for the end of the attempt, or for `stop`, or for so long.
    ///
    /// @return what to tell the share group; empty while the attempt goes on
    Optional<AcknowledgeType> await(Duration patience, CompletableFuture<Void> stop)
            throws InterruptedException {
        renewedAt = System.nanoTime();
        try {
            Object _ =
                    CompletableFuture.anyOf(result, stop)
                            .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            // the result tells
        }
        return Optional.ofNullable(result.getNow(null));
    }

    /// How long it has been since the record was last known to be ours.
    Duration unrenewed() {
        return Duration.ofNanos(System.nanoTime() - renewedAt);
    }

    /// Interrupts the attempt; its result no longer matters.
    void cancel() {
        thread.interrupt();
    }

    private void complete(Attempt<?> attempt) {
        try {
            result.complete(attempt.run());
        } catch (InterruptedException _) {
            result.complete(AcknowledgeType.RELEASE);
        }
    }
}
