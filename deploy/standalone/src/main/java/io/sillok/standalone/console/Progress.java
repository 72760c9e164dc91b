package io.sillok.standalone.console;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/// Hears of every step that is done. Thread-safe: steps may go on at the same time.
@FunctionalInterface
public interface Progress {

    /// Nobody is interested.
    Progress SILENT = (_, _) -> {};

    /// Hears of one step.
    ///
    /// @param sentence what is now, without a full stop: `Kafka runs on 127.0.0.1:19092`
    void done(String sentence, Duration took);

    /// Does a step and tells of it. What it throws goes on to the caller, and nothing is told.
    default <T> T step(Supplier<T> step, Function<T, String> sentence) {
        var begin = System.nanoTime();
        var result = step.get();
        done(sentence.apply(result), Duration.ofNanos(System.nanoTime() - begin));
        return result;
    }

    /// Does a step without a result and tells of it.
    default void step(String sentence, Runnable step) {
        var begin = System.nanoTime();
        step.run();
        done(sentence, Duration.ofNanos(System.nanoTime() - begin));
    }
}
