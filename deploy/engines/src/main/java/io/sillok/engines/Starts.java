package io.sillok.engines;

import io.sillok.engines.EngineFailure.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Starts of engines that go on at the same time, and succeed or fail together: the first failure
/// interrupts the others, and whatever did start is stopped.
///
/// For one thread, which adds starts and then awaits them. When that thread is interrupted, nothing
/// is left running.
public final class Starts implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<CompletableFuture<? extends Engine>> all = new ArrayList<>();
    private final CompletableFuture<Engine> firstFailure = new CompletableFuture<>();

    /// Begins to start an engine. Its future is complete when [#await()] returns.
    public <E extends Engine> CompletableFuture<E> add(Supplier<E> start) {
        var noted =
                CompletableFuture.supplyAsync(start, threads)
                        .whenComplete((_, problem) -> noteFailure(problem));
        all.add(noted);
        return noted;
    }

    /// Returns when all have started.
    ///
    /// @throws EngineFailure the first one's, when one has not
    public void await() {
        var allStarted = CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new));
        try {
            CompletableFuture.anyOf(allStarted, firstFailure).get();
        } catch (ExecutionException e) {
            stopAll();
            throw e.getCause() instanceof EngineFailure failure
                    ? failure
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            stopAll();
            Thread.currentThread().interrupt();
            throw new EngineFailure(Reason.CANCELLED, "The engines were not started", e);
        }
    }

    @Override
    public void close() {
        threads.close();
    }

    private void noteFailure(@Nullable Throwable problem) {
        if (problem instanceof CompletionException wrapped && wrapped.getCause() != null) {
            firstFailure.completeExceptionally(wrapped.getCause());
        } else if (problem != null) {
            firstFailure.completeExceptionally(problem);
        }
    }

    private void stopAll() {
        threads.shutdownNow();
        for (var start : all) {
            start.thenAccept(Engine::stop).exceptionally(_ -> null).join();
        }
    }
}
