package io.sillok.processors.identity.erasure;

import io.sillok.platform.blobs.BlobAddress;
import io.sillok.platform.blobs.BlobFailure;
import io.sillok.platform.kafka.LogUnavailable;
import io.sillok.processors.engine.erasure.Belongings;
import io.sillok.processors.engine.erasure.Belongings.Count;
import io.sillok.processors.engine.erasure.Removal;
import io.sillok.processors.engine.janitor.UnneededBlobs.Remains;
import io.sillok.processors.engine.projection.LogEnd;
import io.sillok.processors.engine.projection.SearchFault;
import io.sillok.processors.engine.work.Commands;
import io.sillok.processors.engine.work.WorkOutcome;
import io.sillok.processors.engine.work.Worker;
import io.sillok.schemas.envelope.WorkEnvelope;
import io.sillok.schemas.identity.ErasureReport;
import io.sillok.schemas.identity.ErasureWork;
import io.sillok.schemas.identity.Tally;
import io.sillok.schemas.personal.KeysUnavailable;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Erases persons: destroys the key of their data, has everything taken away that belongs to them,
/// and looks again until nothing is left. Then it reports. Thread-safe.
///
/// It remembers nothing: each look begins from what is there, so it goes on after a crash at any
/// point. What is away is waited for, as long as it takes.
public final class EraserWorker implements Worker<ErasureWork> {

    private static final Logger log = LoggerFactory.getLogger(EraserWorker.class);

    private final Reach reach;
    private final List<Belongings> belongings;
    private final EraserSettings settings;
    private final InstantSource clock;
    private final EraserCommands commands;

    /// What the eraser can do.
    ///
    /// @param destroyKey for ever; may be repeated
    /// @param logEnd where the log ends now
    /// @param removeBlobs those that nothing refers to any more
    /// @param commands to the deciders of a context
    public record Reach(
            Consumer<UserId> destroyKey,
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
        this.commands = new EraserCommands(clock);
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
        for (int look = 1; ; look++) {
            if (isConcluded(work)) {
                return new WorkOutcome.Done();
            }
            Thread.sleep(settings.pauseAfter(look));
        }
    }

    @Override
    public void giveUp(WorkEnvelope<ErasureWork> work, String reason) throws InterruptedException {
        reach.commands().apply(Topics.IDENTITY_COMMANDS).send(commands.suspend(work, reason));
    }

    private boolean isConcluded(WorkEnvelope<ErasureWork> work) throws InterruptedException {
        try {
            reach.destroyKey().accept(work.work().user());
            fence(work);
            if (!haveAllViewsCaughtUp()) {
                log.atWarn().addKeyValue("workId", work.id()).log("an erasure waits for views");
                return false;
            }
            ErasureReport report = look(work);
            if (report.complete()) {
                reach.commands()
                        .apply(Topics.IDENTITY_COMMANDS)
                        .send(commands.conclude(work, report));
            }
            return report.complete();
        } catch (KeysUnavailable
                | LogUnavailable
                | KafkaException
                | JdbiException
                | SearchFault
                | BlobFailure e) {
            log.atWarn()
                    .addKeyValue("workId", work.id())
                    .addKeyValue("cause", e.toString())
                    .log("an erasure waits for an engine");
            return false;
        }
    }

    /// Until then something may come to the log that was let in when the person could still do it.
    private void fence(WorkEnvelope<ErasureWork> work) throws InterruptedException {
        Duration rest = Duration.between(clock.instant(), work.time().plus(settings.fence()));
        if (rest.isPositive()) {
            Thread.sleep(rest);
        }
    }

    private boolean haveAllViewsCaughtUp() throws InterruptedException {
        LogEnd end = reach.logEnd().get();
        for (Belongings some : belongings) {
            if (!some.position().reaches(end, settings.views())) {
                return false;
            }
        }
        return true;
    }

    /// Counts everything, and has taken away what there is.
    private ErasureReport look(WorkEnvelope<ErasureWork> work) throws InterruptedException {
        UserId person = work.work().user();
        List<Tally> tallies = new ArrayList<>();
        tallies.add(new Tally("person-keys", 1, 0));
        Set<BlobAddress> blobs = new HashSet<>();
        for (Belongings some : belongings) {
            Count count = some.count(person);
            tallies.add(new Tally(some.view(), count.gone(), count.left()));
            blobs.addAll(some.blobs(person));
            for (Removal removal : some.removals(person)) {
                reach.commands().apply(removal.topic()).send(commands.remove(work, removal));
            }
        }
        Remains remains = reach.removeBlobs().remove(blobs);
        tallies.add(new Tally("blobs", remains.gone(), remains.left()));
        return new ErasureReport(tallies);
    }
}
