package io.sillok.processors.identity.erasure;

import io.sillok.platform.blobs.BlobAddress;
import io.sillok.platform.blobs.BlobFailure;
import io.sillok.platform.kafka.LogUnavailable;
import io.sillok.platform.stores.SchemaFailure;
import io.sillok.processors.engine.erasure.Belongings;
import io.sillok.processors.engine.erasure.Belongings.Count;
import io.sillok.processors.engine.erasure.Removal;
import io.sillok.processors.engine.janitor.UnneededBlobs.Remains;
import io.sillok.processors.engine.projection.LogEnd;
import io.sillok.processors.engine.projection.SearchFault;
import io.sillok.processors.identity.erasure.EraserWorker.Reach;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.WorkEnvelope;
import io.sillok.schemas.identity.ErasureReport;
import io.sillok.schemas.identity.ErasureWork;
import io.sillok.schemas.identity.Tally;
import io.sillok.schemas.personal.KeysUnavailable;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.jdbi.v3.core.JdbiException;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One try at the erasure of one person. Each look begins from what is there; only of uploads
/// nothing stays that could be counted again. Belongs to one thread.
final class Erasing {

    private static final Logger log = LoggerFactory.getLogger(Erasing.class);

    private final Reach reach;
    private final List<Belongings> belongings;
    private final EraserSettings settings;
    private final InstantSource clock;
    private final EraserCommands commands;
    private final WorkEnvelope<ErasureWork> work;
    private final UserId person;
    private long uploads;

    Erasing(
            Reach reach,
            List<Belongings> belongings,
            EraserSettings settings,
            InstantSource clock,
            WorkEnvelope<ErasureWork> work) {
        this.reach = reach;
        this.belongings = belongings;
        this.settings = settings;
        this.clock = clock;
        this.commands = new EraserCommands(clock);
        this.work = work;
        this.person = work.work().user();
    }

    /// Returns when it is on the log that nothing is left, or that this erasure is suspended.
    void toItsEnd() throws InterruptedException {
        Instant end = clock.instant().plus(settings.patience());
        for (int look = 1; ; look++) {
            Optional<String> obstacle = obstacle();
            boolean tired = clock.instant().isAfter(end);
            if (obstacle.isEmpty() || (tired && isSuspended(obstacle.get()))) {
                return;
            }
            Thread.sleep(settings.pauseAfter(look));
        }
    }

    private boolean isSuspended(String obstacle) throws InterruptedException {
        try {
            send(commands.suspend(work, obstacle));
            log.atWarn()
                    .addKeyValue("workId", work.id())
                    .addKeyValue("reason", obstacle)
                    .log("an erasure is suspended for a while");
            return true;
        } catch (LogUnavailable e) {
            waitsFor(e);
            return false;
        }
    }

    /// What is in the way of the end, kebab-case; nothing once the end is on the log.
    private Optional<String> obstacle() throws InterruptedException {
        try {
            reach.destroyKey().accept(person);
            fence();
            Tally unfinished = forgetUploads();
            if (!haveAllViewsCaughtUp()) {
                log.atWarn().addKeyValue("workId", work.id()).log("an erasure waits for views");
                return Optional.of("views-behind");
            }
            ErasureReport report = look(unfinished);
            if (!report.complete()) {
                return Optional.of("something-left");
            }
            send(commands.conclude(work, report));
            return Optional.empty();
        } catch (KeysUnavailable
                | LogUnavailable
                | KafkaException
                | JdbiException
                | SchemaFailure
                | SearchFault
                | OpenSearchException
                | BlobFailure e) {
            waitsFor(e);
            return Optional.of("engine-away");
        }
    }

    private void waitsFor(Exception cause) {
        log.atWarn()
                .addKeyValue("workId", work.id())
                .addKeyValue("cause", cause.toString())
                .log("an erasure waits for an engine");
    }

    /// Until then something may come to the log that was let in when the person could still do it.
    private void fence() throws InterruptedException {
        Duration rest = Duration.between(clock.instant(), work.time().plus(settings.fence()));
        if (rest.isPositive()) {
            Thread.sleep(rest);
        }
    }

    /// Before the end of the log is asked for: what becomes a material meanwhile is before that
    /// end, and who writes nothing now cannot begin to.
    private Tally forgetUploads() {
        Remains remains = reach.forgetUploads().apply(person);
        uploads += remains.gone();
        return new Tally("uploads", uploads, remains.left());
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
    private ErasureReport look(Tally unfinished) throws InterruptedException {
        List<Tally> tallies = new ArrayList<>();
        tallies.add(new Tally("person-keys", 1, 0));
        tallies.add(unfinished);
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

    private void send(CommandEnvelope<?> command) throws InterruptedException {
        reach.commands().apply(Topics.IDENTITY_COMMANDS).send(command);
    }
}
