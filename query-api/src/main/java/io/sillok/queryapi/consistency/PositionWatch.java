package io.sillok.queryapi.consistency;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/// Waits until the views of one store have come as far as readers need. All who wait share one look
/// at the store every few milliseconds; while nobody waits, nobody looks. Thread-safe.
final class PositionWatch {

    private final PositionStore store;
    private final Duration period;
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();

    PositionWatch(PositionStore store, Duration period) {
        this.store = store;
        this.period = period;
    }

    /// Returns when the goal is reached or the time is over.
    ///
    /// @return how many offsets are missing, 0 when the goal is reached; empty when the store did
    ///   not say in time
    /// @throws RuntimeException what the store threw
    OptionalLong await(Goal goal, Duration patience) {
        Waiter waiter = new Waiter(goal);
        waiters.add(waiter);
        look();
        try {
            waiter.reached.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return OptionalLong.of(0);
        } catch (TimeoutException _) {
            return waiter.lag;
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return waiter.lag;
        } finally {
            waiters.remove(waiter);
        }
    }

    private static RuntimeException failure(ExecutionException e) {
        return e.getCause() instanceof RuntimeException cause
                ? cause
                : new IllegalStateException("looking at positions failed", e);
    }

    private void look() {
        if (looking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("position-watch").start(this::lookWhileSomebodyWaits);
        }
    }

    private void lookWhileSomebodyWaits() {
        while (!waiters.isEmpty()) {
            lookOnce(List.copyOf(waiters));
            LockSupport.parkNanos(period.toNanos());
        }
        looking.set(false);
        // somebody may have come between the last two steps and found this still looking
        if (!waiters.isEmpty()) {
            look();
        }
    }

    private void lookOnce(List<Waiter> waiting) {
        try {
            Map<Place, Long> reached =
                    store.read(
                            waiting.stream()
                                    .flatMap(waiter -> waiter.goal.places())
                                    .collect(toUnmodifiableSet()));
            waiting.forEach(waiter -> waiter.see(reached));
        } catch (RuntimeException e) {
            waiting.forEach(waiter -> waiter.reached.completeExceptionally(e));
        }
    }

    /// One read that waits.
    private static final class Waiter {

        private final Goal goal;
        private final CompletableFuture<Boolean> reached = new CompletableFuture<>();
        private volatile OptionalLong lag = OptionalLong.empty();

        private Waiter(Goal goal) {
            this.goal = goal;
        }

        private void see(Map<Place, Long> positions) {
            long missing = goal.lag(positions);
            lag = OptionalLong.of(missing);
            if (missing == 0) {
                reached.complete(true);
            }
        }
    }
}
