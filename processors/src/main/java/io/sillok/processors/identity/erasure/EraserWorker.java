package io.sillok.processors.identity.erasure;

import io.sillok.platform.blobs.BlobAddress;
import io.sillok.processors.engine.erasure.Belongings;
import io.sillok.processors.engine.janitor.UnneededBlobs.Remains;
import io.sillok.processors.engine.projection.LogEnd;
import io.sillok.processors.engine.work.Commands;
import io.sillok.processors.engine.work.WorkOutcome;
import io.sillok.processors.engine.work.Worker;
import io.sillok.schemas.envelope.WorkEnvelope;
import io.sillok.schemas.identity.ErasureWork;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Erases persons: destroys the key of their data, has everything taken away that belongs to them,
/// and looks again until nothing is left. Then it reports. Thread-safe.
///
/// It remembers nothing, so it goes on after a crash at any point. What is in the way is waited
/// for; when that takes long the erasure is suspended, so that those of others have their turn, and
/// their keys are destroyed.
public final class EraserWorker implements Worker<ErasureWork> {

    private final Reach reach;
    private final List<Belongings> belongings;
    private final EraserSettings settings;
    private final InstantSource clock;

    /// What the eraser can do.
    ///
    /// @param destroyKey for ever; may be repeated
    /// @param forgetUploads those that are not finished; may be repeated
    /// @param logEnd where the log ends now
    /// @param removeBlobs those that nothing refers to any more
    /// @param commands to the deciders of a context
    public record Reach(
            Consumer<UserId> destroyKey,
            Function<UserId, Remains> forgetUploads,
            Supplier<LogEnd> logEnd,
            BlobRemoval removeBlobs,
            Function<Topic, Commands> commands) {}

    /// Removes blobs that are not needed any more.
    @FunctionalInterface
    public interface BlobRemoval {
        Remains remove(Set<BlobAddress> blobs) throws InterruptedException;
    }

    /// @param belongings every view in which something belongs to somebody
    public EraserWorker(
            Reach reach,
            List<Belongings> belongings,
            EraserSettings settings,
            InstantSource clock) {
        this.reach = reach;
        this.belongings = List.copyOf(belongings);
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "eraser";
    }

    @Override
    public Class<ErasureWork> type() {
        return ErasureWork.class;
    }

    @Override
    public WorkOutcome work(WorkEnvelope<ErasureWork> work) throws InterruptedException {
        new Erasing(reach, belongings, settings, clock, work).toItsEnd();
        return new WorkOutcome.Done();
    }

    @Override
    public void giveUp(WorkEnvelope<ErasureWork> work, String reason) throws InterruptedException {
        reach.commands()
                .apply(Topics.IDENTITY_COMMANDS)
                .send(new EraserCommands(clock).suspend(work, reason));
    }
}
