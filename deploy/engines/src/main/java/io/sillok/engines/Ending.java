package io.sillok.engines;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The ways in which a process and everything it started come to an end. None of them waits for
/// ever.
final class Ending {

    private static final Duration AFTER_KILL = Duration.ofSeconds(5);

    private Ending() {}

    /// By the signal that lets it finish its work; by force when its time is over.
    static void inGoodOrder(ProcessHandle process, Signal stop, Duration limit) {
        var family = Signal.family(process);
        // a stopped process would not hear the other signal
        Signal.CONT.send(family);
        stop.send(List.of(process));
        await(process.onExit(), limit);
        kill(family);
    }

    /// At once.
    static void byForce(ProcessHandle process) {
        kill(Signal.family(process));
    }

    private static void kill(List<ProcessHandle> family) {
        for (var process : family) {
            process.destroyForcibly();
        }
        var exits = family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        await(CompletableFuture.allOf(exits), AFTER_KILL);
    }

    private static void await(CompletableFuture<?> exit, Duration limit) {
        exit.handle((_, _) -> true)
                .completeOnTimeout(false, limit.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
