package io.sillok.engines;

/// A running engine: a child process that listens on 127.0.0.1 only.
///
/// Every operation may be called from any thread and runs alone. An engine outlives this JVM unless
/// it is stopped.
public sealed interface Engine extends AutoCloseable
        permits KafkaEngine, PostgresEngine, OpenSearchEngine, ClamdEngine {

    /// The child process behind this engine.
    EngineProcess process();

    /// The id of the current process; another one after a restart.
    default long pid() {
        return process().pid();
    }

    /// Whether the process runs. A paused one does.
    default boolean isAlive() {
        return process().isAlive();
    }

    /// Asks the engine to end, waits, and ends it by force when its time is over. Nothing happens
    /// when it does not run.
    default void stop() {
        process().stop();
    }

    /// Ends the engine and its children at once (SIGKILL), as a crash would.
    default void kill() {
        process().kill();
    }

    /// Freezes the engine and its children (SIGSTOP): connections stay, answers do not come.
    default void pause() {
        process().pause();
    }

    /// Lets a paused engine go on (SIGCONT).
    default void resume() {
        process().resume();
    }

    /// Starts the engine anew on the same port and data, stopping it first when it runs, and waits
    /// until it is usable.
    ///
    /// @throws EngineFailure when it does not start
    default void restart() {
        process().restart();
    }

    @Override
    default void close() {
        stop();
    }
}
