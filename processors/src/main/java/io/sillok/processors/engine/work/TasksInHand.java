package io.sillok.processors.engine.work;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// The tasks that a lane has begun and not yet acknowledged. Used by its thread alone.
final class TasksInHand {

    private final Map<Place, Task> tasks = new HashMap<>();

    private record Place(int partition, long offset) {

        static Place of(ConsumerRecord<byte[], byte[]> record) {
            return new Place(record.partition(), record.offset());
        }
    }

    boolean isEmpty() {
        return tasks.isEmpty();
    }

    /// Begins what was delivered for the first time; what is under way goes on.
    void take(ConsumerRecord<byte[], byte[]> record, Attempt<?> attempt) {
        tasks.computeIfAbsent(Place.of(record), _ -> Task.start(attempt)).renewed();
    }

    /// Waits until one is over, or for `stop`, or for so long.
    void awaitAny(Duration patience, CompletableFuture<Void> stop) throws InterruptedException {
        CompletableFuture<?>[] any =
                Stream.concat(Stream.of(stop), tasks.values().stream().map(Task::result))
                        .toArray(CompletableFuture<?>[]::new);
        await(CompletableFuture.anyOf(any), patience);
    }

    /// Waits until all are over, or for so long.
    void awaitAll(Duration patience) throws InterruptedException {
        CompletableFuture<?>[] all =
                tasks.values().stream().map(Task::result).toArray(CompletableFuture<?>[]::new);
        await(CompletableFuture.allOf(all), patience);
    }

    /// What to tell the share group of a record; one that is told for good is no longer in hand.
    Optional<AcknowledgeType> outcome(ConsumerRecord<byte[], byte[]> record) {
        Task task = tasks.get(Place.of(record));
        Optional<AcknowledgeType> outcome = task == null ? Optional.empty() : task.outcome();
        if (outcome.isPresent()) {
            tasks.remove(Place.of(record));
        }
        return outcome;
    }

    /// Interrupts and forgets those whose lock must have ended: they are somebody else's now.
    ///
    /// @return how many
    int dropUnrenewed(Duration longest) {
        List<Map.Entry<Place, Task>> lost =
                tasks.entrySet().stream()
                        .filter(entry -> entry.getValue().unrenewed().compareTo(longest) > 0)
                        .toList();
        lost.forEach(
                entry -> {
                    entry.getValue().cancel();
                    tasks.remove(entry.getKey());
                });
        return lost.size();
    }

    /// Interrupts and forgets one.
    void drop(ConsumerRecord<byte[], byte[]> record) {
        Task task = tasks.remove(Place.of(record));
        if (task != null) {
            task.cancel();
        }
    }

    /// Interrupts and forgets all.
    void drop() {
        tasks.values().forEach(Task::cancel);
        tasks.clear();
    }

    private static void await(CompletableFuture<?> what, Duration patience)
            throws InterruptedException {
        try {
            what.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            // the outcomes tell
        }
    }
}
