package io.sillok.processors.engine.work;

import io.sillok.schemas.catalog.ScanWork;
import io.sillok.schemas.envelope.WorkEnvelope;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/// Does as it is told and notes what was asked of it. Thread-safe.
final class RecordingWorker implements Worker<ScanWork> {

    final List<UUID> tried = new CopyOnWriteArrayList<>();
    final List<UUID> done = new CopyOnWriteArrayList<>();
    final List<String> givenUp = new CopyOnWriteArrayList<>();
    final List<UUID> interrupted = new CopyOnWriteArrayList<>();
    private final Work work;

    /// What the worker does.
    interface Work {
        /// Tries once.
        ///
        /// @param attempt how often any work was tried, this time included
        WorkOutcome of(WorkEnvelope<ScanWork> work, int attempt) throws InterruptedException;
    }

    RecordingWorker(Work work) {
        this.work = work;
    }

    static RecordingWorker diligent() {
        return new RecordingWorker((_, _) -> new WorkOutcome.Done());
    }

    static RecordingWorker failing(String reason) {
        return new RecordingWorker((_, _) -> new WorkOutcome.Failed(reason));
    }

    @Override
    public String name() {
        return "recording";
    }

    @Override
    public Class<ScanWork> type() {
        return ScanWork.class;
    }

    @Override
    public WorkOutcome work(WorkEnvelope<ScanWork> envelope) throws InterruptedException {
        tried.add(envelope.id());
        try {
            WorkOutcome outcome = work.of(envelope, tried.size());
            if (outcome instanceof WorkOutcome.Done) {
                done.add(envelope.id());
            }
            return outcome;
        } catch (InterruptedException e) {
            interrupted.add(envelope.id());
            throw e;
        }
    }

    @Override
    public void giveUp(WorkEnvelope<ScanWork> envelope, String reason) {
        givenUp.add(reason);
    }
}
