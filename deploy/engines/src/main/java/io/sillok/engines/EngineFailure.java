package io.sillok.engines;

/// An engine could not be started. The message is one line and says what to do; nothing of the
/// engine is left running.
public final class EngineFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    EngineFailure(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    EngineFailure(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /// What went wrong, for whoever has to tell the cases apart.
    public Reason reason() {
        return reason;
    }

    /// What can go wrong when an engine starts.
    public enum Reason {
        /// Something else listens on the port.
        PORT_TAKEN,
        /// The volume of the data folder is full.
        DISK_FULL,
        /// The data or log folder cannot be written, or the machine does not let this user start
        /// the engine.
        NOT_PERMITTED,
        /// The data folder is not empty and is not one that this engine can open.
        DATA_DAMAGED,
        /// Another running process owns the data folder.
        DATA_IN_USE,
        /// The program of the engine is not there.
        NOT_INSTALLED,
        /// The engine ended by itself while it started.
        ENDED_EARLY,
        /// The engine runs but did not become usable in time.
        NOT_READY,
        /// The thread that started it was interrupted.
        CANCELLED
    }
}
