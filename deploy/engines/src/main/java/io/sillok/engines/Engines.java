package io.sillok.engines;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/// The three engines of one platform. They start at the same time and stop at the same time.
public record Engines(KafkaEngine kafka, PostgresEngine postgres, OpenSearchEngine openSearch)
        implements AutoCloseable {

    /// Starts all three on free ports, with their data in sub-folders of a directory and their logs
    /// in its `logs/`.
    ///
    /// @throws EngineFailure when one of them does not start; the others are stopped then
    public static Engines start(Path directory) {
        return start(
                EnginesHome.locate(),
                EngineSettings.in(directory.resolve("kafka")),
                EngineSettings.in(directory.resolve("postgres")),
                EngineSettings.in(directory.resolve("opensearch")));
    }

    /// Starts all three. An interrupt ends the start, and nothing is left running.
    ///
    /// @throws EngineFailure when one of them does not start; the others are stopped then
    public static Engines start(
            EnginesHome home,
            EngineSettings kafka,
            EngineSettings postgres,
            EngineSettings openSearch) {
        try (var starts = new Starts()) {
            var first = starts.add(() -> KafkaEngine.start(home, kafka));
            var second = starts.add(() -> PostgresEngine.start(home, postgres));
            var third = starts.add(() -> OpenSearchEngine.start(home, openSearch));
            starts.await();
            return new Engines(first.resultNow(), second.resultNow(), third.resultNow());
        }
    }

    /// Stops all three.
    @Override
    public void close() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(kafka::stop, threads),
                            CompletableFuture.runAsync(postgres::stop, threads),
                            CompletableFuture.runAsync(openSearch::stop, threads))
                    .join();
        }
    }
}
