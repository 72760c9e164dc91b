package io.sillok.processors.engine.work;

/// How a try at some work ended.
public sealed interface WorkOutcome {

    /// The work is done and answered.
    record Done() implements WorkOutcome {}

    /// Something was in the way; another try may succeed.
    ///
    /// @param reason kebab-case
    record Failed(String reason) implements WorkOutcome {}

    /// No further try would change anything.
    ///
    /// @param reason kebab-case
    record Hopeless(String reason) implements WorkOutcome {}
}
