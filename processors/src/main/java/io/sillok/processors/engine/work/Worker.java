package io.sillok.processors.engine.work;

import io.sillok.schemas.envelope.WorkEnvelope;

/// Does one kind of work. Called from several virtual threads at once, and again for the same work
/// whenever an earlier try ended in any other way than [WorkOutcome.Done]: what it causes must bear
/// repeating.
///
/// It may take as long as it likes, and may wait for a service that is away: the work stays its own
/// meanwhile. When the process stops it is interrupted.
///
/// @param <W> the work, a message type
public interface Worker<W> {

    /// Its name in logs, dead letters and client ids, kebab-case.
    String name();

    Class<W> type();

    /// Tries once. The answer, usually a command, is on the log when this returns.
    ///
    /// @throws RuntimeException as good as [WorkOutcome.Failed]
    WorkOutcome work(WorkEnvelope<W> work) throws InterruptedException;

    /// Answers that the work will not be done, after the last try. The work then becomes a dead
    /// letter. Repeated until it returns.
    ///
    /// @param reason kebab-case
    void giveUp(WorkEnvelope<W> work, String reason) throws InterruptedException;
}
