package io.sillok.standalone.stage;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Many calls at once.
public final class Together {

    private Together() {}

    /// The results of all calls, in the order of the numbers.
    ///
    /// @param width how many calls are under way at the most
    public static <T> List<T> map(IntStream numbers, int width, IntFunction<T> call) {
        try (ExecutorService threads = Executors.newFixedThreadPool(width)) {
            List<Future<T>> results =
                    numbers.mapToObj(number -> threads.submit(() -> call.apply(number))).toList();
            return results.stream().map(Together::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while calls are under way", e);
        }
    }
}
