package io.sillok.processors;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/// One part of a role at work.
///
/// @param stop ends it after what it has in hand
record RunningRole(BooleanSupplier isReady, Runnable stop) {

    /// Ends all of them side by side, and returns when the last one ended.
    static void closeAll(List<RunningRole> roles) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            roles.forEach(role -> threads.execute(role.stop()));
        }
    }
}
