package io.sillok.processors.generation.worker;

import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.operations.CommandSettled.Outcome;
import io.sillok.schemas.problems.Problem;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What is heard of a generation that a worker has in hand, from one command about it on.
/// Thread-safe.
final class Attempt implements AutoCloseable {

    private final Runnable end;
    private final CompletableFuture<Void> unwanted = new CompletableFuture<>();
    private final CompletableFuture<Verdict> verdict = new CompletableFuture<>();
    private volatile int number;

    /// What the log says to its command.
    sealed interface Verdict {

        /// It counts.
        ///
        /// @param attempt its number, when the command was to begin
        record Accepted(int attempt) implements Verdict {}

        record Refused(Problem problem) implements Verdict {}

        /// Nothing was heard in time; it may still come.
        record Unheard() implements Verdict {}
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
    Verdict await(Duration patience) throws InterruptedException {
        try {
            return verdict.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return new Verdict.Unheard();
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody fails a verdict", e);
        }
    }

    void number(int given) {
        number = given;
    }

    /// Comes after the event with the number.
    void settle(CommandSettled settled) {
        verdict.complete(
                settled.problem().isEmpty() && settled.outcome() == Outcome.ACCEPTED
                        ? new Verdict.Accepted(number)
                        : settled.problem()
                                .<Verdict>map(Verdict.Refused::new)
                                .orElseGet(Verdict.Unheard::new));
    }

    @Override
    public void close() {
        end.run();
    }
}
