package io.sillok.sandbox;

import java.util.concurrent.atomic.LongAdder;

/// Counts calls of the model. Thread-safe.
public final class Calls {

    private final LongAdder begun = new LongAdder();
    private final LongAdder answered = new LongAdder();
    private final LongAdder abandoned = new LongAdder();

    /// What became of them.
    ///
    /// @param begun requests that were understood
    /// @param answered those that were answered to the end
    /// @param abandoned those whose caller went away meanwhile
    public record Count(long begun, long answered, long abandoned) {}

    void begin() {
        begun.increment();
    }

    void answer() {
        answered.increment();
    }

    void abandon() {
        abandoned.increment();
    }

    Count count() {
        return new Count(begun.sum(), answered.sum(), abandoned.sum());
    }
}
