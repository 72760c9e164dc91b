package io.sillok.commandapi.identity.passwords;

import io.dropwizard.lifecycle.Managed;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Where passwords are worked on: as many at a time as there are cores, a few more in a queue, and
/// beyond that none. More at a time would only be slower for everybody, and would take 19 MiB each.
/// Thread-safe.
public final class HashingPool implements Managed {

    /// A second's work or so: longer nobody should wait to learn that they have to.
    private static final int QUEUED = 64;

    private final ExecutorService executor;

    HashingPool(int threads, int queued) {
        executor =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(queued),
                        Thread.ofPlatform().daemon().name("hashing-", 0).factory());
    }

    /// A pool that fits this machine.
    public static HashingPool ofThisMachine() {
        int cores = Runtime.getRuntime().availableProcessors();
        return new HashingPool(cores, QUEUED);
    }

    /// Waits for the work to be done.
    ///
    /// @throws ProblemException E4004 when the queue is full
    <T> T run(Callable<T> work) {
        Future<T> result = submit(work);
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a password could not be hashed", e.getCause());
        } catch (InterruptedException e) {
            result.cancel(false);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a password was hashed", e);
        }
    }

    private <T> Future<T> submit(Callable<T> work) {
        try {
            return executor.submit(work);
        } catch (RejectedExecutionException _) {
            throw ProblemException.of(
                            Problem.of(
                                    ErrorCode.E4004,
                                    "too-many-passwords",
                                    "Too many passwords are being checked; try again."))
                    .withHeaders(Map.of("Retry-After", "1"));
        }
    }

    @Override
    public void stop() {
        executor.shutdownNow();
    }
}
