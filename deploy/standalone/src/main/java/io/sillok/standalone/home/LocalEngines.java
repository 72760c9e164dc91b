package io.sillok.standalone.home;

import io.sillok.engines.Engine;
import io.sillok.standalone.AllOrNothing;
import io.sillok.standalone.EngineAddresses;
import io.sillok.standalone.Uninterrupted;
import io.sillok.standalone.console.Progress;
import io.sillok.standalone.settings.StandaloneSettings;
import java.util.List;
import java.util.concurrent.Executors;

/// The engines of one platform: those that were given, and for the others child processes of ours.
///
/// @param own those that were started here
public record LocalEngines(EngineAddresses addresses, List<Engine> own) implements AutoCloseable {

    public LocalEngines {
        own = List.copyOf(own);
    }

    /// Starts what was not given, all at the same time, and returns when everything is usable.
    ///
    /// @throws io.sillok.engines.EngineFailure when one does not start; none is left running then
    /// @throws io.sillok.standalone.LaunchFailure the same
    /// @throws InterruptedException when the thread is interrupted meanwhile; the same
    public static LocalEngines start(StandaloneSettings settings, Layout layout, Progress progress)
            throws InterruptedException {
        var starts = new EngineStarts(settings, layout, progress);
        var complete = false;
        try (var together = new AllOrNothing()) {
            var kafka = together.begin(starts::kafka);
            var postgres = together.begin(starts::postgres);
            var openSearch = together.begin(starts::openSearch);
            together.await();
            complete = true;
            var database = postgres.resultNow();
            return new LocalEngines(
                    new EngineAddresses(
                            kafka.resultNow(),
                            database.url(),
                            database.user(),
                            database.password(),
                            openSearch.resultNow(),
                            starts.clamd()),
                    starts.started());
        } finally {
            if (!complete) {
                stop(starts.started());
            }
        }
    }

    /// Stops what was started here, at the same time.
    @Override
    public void close() {
        stop(own);
    }

    private static void stop(List<Engine> engines) {
        Uninterrupted.run(
                () -> {
                    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                        engines.forEach(engine -> threads.execute(engine::stop));
                    }
                });
    }
}
