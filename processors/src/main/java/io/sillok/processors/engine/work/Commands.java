package io.sillok.processors.engine.work;

import io.sillok.platform.kafka.LogUnavailable;
import io.sillok.schemas.envelope.CommandEnvelope;

/// Where a worker's answers go.
@FunctionalInterface
public interface Commands {

    /// Returns when the log has taken the command for good.
    ///
    /// @throws LogUnavailable when it did not in time; the command may still be taken
    void send(CommandEnvelope<?> command) throws InterruptedException;
}
