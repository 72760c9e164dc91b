package io.sillok.processors.engine.work;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.AcknowledgeType;

/// An [Attempt] that runs on a virtual thread of its own. Used by one lane only.
final class Task {

    private final CompletableFuture<AcknowledgeType> result = new CompletableFuture<>();
    private final Thread thread;
    private long renewedAt = System.nanoTime();

    private Task(Thread.Builder threads, Attempt<?> attempt) {
        this.thread = threads.unstarted(() -> complete(attempt));
    }

    static Task start(Attempt<?> attempt) {
        Thread.Builder threads = Thread.ofVirtual().name("work-" + attempt.worker().name());
        Task task = new Task(threads, attempt);
        task.thread.start();
        return task;
    }

    /// Completed when the attempt is over.
    CompletableFuture<AcknowledgeType> result() {
        return result;
    }

    /// What to tell the share group; empty while the attempt goes on.
    Optional<AcknowledgeType> outcome() {
        return Optional.ofNullable(result.getNow(null));
    }

    /// It was delivered, or its lock was renewed.
    void renewed() {
        renewedAt = System.nanoTime();
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
