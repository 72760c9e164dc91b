package io.sillok.processors.generation.worker;

import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.operations.CommandSettled.Outcome;
import io.sillok.schemas.problems.Problem;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One attempt that is asked for or under way. Thread-safe.
final class Attempt implements AutoCloseable {

    private final Runnable end;
    private final CompletableFuture<Void> unwanted = new CompletableFuture<>();
    private final CompletableFuture<Permission> permission = new CompletableFuture<>();
    private volatile int number;

    /// Whether the model may be called.
    sealed interface Permission {

        /// As this attempt.
        ///
        /// @param attempt its number
        record Granted(int attempt) implements Permission {}

        record Refused(Problem problem) implements Permission {}

        /// Nothing was heard in time; it may still come.
        record Unheard() implements Permission {}
    }

    /// @param end no longer listens
    Attempt(Runnable end) {
        this.end = end;
    }

    /// Completed when the answer is not wanted any more.
    CompletableFuture<Void> unwanted() {
        return unwanted;
    }

    /// Waits for what the log says.
    Permission await(Duration patience) throws InterruptedException {
        try {
            return permission.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return new Permission.Unheard();
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody fails a permission", e);
        }
    }

    void number(int given) {
        number = given;
    }

    /// Comes after the event with the number.
    void settle(CommandSettled settled) {
        permission.complete(
                settled.problem().isEmpty() && settled.outcome() == Outcome.ACCEPTED
                        ? new Permission.Granted(number)
                        : settled.problem()
                                .<Permission>map(Permission.Refused::new)
                                .orElseGet(Permission.Unheard::new));
    }

    @Override
    public void close() {
        end.run();
    }
}
