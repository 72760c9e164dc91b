package io.sillok.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Things that are started at the same time, and that all run in the end or none of them. Used by
/// one thread; each start runs on a thread of its own.
public final class AllOrNothing implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<CompletableFuture<?>> starts = new ArrayList<>();
    private final List<Runnable> undoings = new ArrayList<>();
    private final CompletableFuture<Object> failed = new CompletableFuture<>();
    private boolean complete;

    /// Begins a start that leaves nothing to end.
    public <T> CompletableFuture<T> begin(Supplier<T> start) {
        return begin(start, _ -> {});
    }

    /// Begins what has no result.
    public void run(Runnable action) {
        var _ =
                begin(
                        () -> {
                            action.run();
                            return true;
                        });
    }

    /// Begins a start. Its result is there when [#await()] has returned.
    ///
    /// @param undo ends what was started, if something else fails
    public <T> CompletableFuture<T> begin(Supplier<T> start, Consumer<T> undo) {
        var started = CompletableFuture.supplyAsync(start, threads);
        starts.add(started.whenComplete((_, problem) -> noteFailure(problem)));
        undoings.add(() -> undo(started, undo));
        return started;
    }

    /// Returns when everything has started, and throws what the first failure was as soon as there
    /// is one.
    ///
    /// @throws InterruptedException when the thread is interrupted meanwhile
    public void await() throws InterruptedException {
        var all = CompletableFuture.allOf(starts.toArray(CompletableFuture<?>[]::new));
        try {
            CompletableFuture.anyOf(all, failed).get();
            complete = true;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(e.getCause());
        }
    }

    /// After a failure: interrupts what is still starting, and ends whatever has started.
    @Override
    public void close() {
        Uninterrupted.run(
                () -> {
                    if (!complete) {
                        threads.shutdownNow();
                    }
                    threads.close();
                    if (!complete) {
                        undoings.forEach(Runnable::run);
                    }
                });
    }

    private static <T> void undo(CompletableFuture<T> started, Consumer<T> undo) {
        if (started.state() == CompletableFuture.State.SUCCESS) {
            undo.accept(started.resultNow());
        }
    }

    private void noteFailure(@Nullable Throwable problem) {
        if (problem instanceof CompletionException wrapped && wrapped.getCause() != null) {
            failed.completeExceptionally(wrapped.getCause());
        } else if (problem != null) {
            failed.completeExceptionally(problem);
        }
    }
}
