package io.sillok.processors.identity.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.blobs.BlobAddress;
import io.sillok.platform.kafka.LogUnavailable;
import io.sillok.processors.engine.erasure.Belongings;
import io.sillok.processors.engine.erasure.Removal;
import io.sillok.processors.engine.janitor.UnneededBlobs.Remains;
import io.sillok.processors.engine.projection.LogEnd;
import io.sillok.processors.engine.projection.ViewPosition;
import io.sillok.processors.engine.work.WorkOutcome;
import io.sillok.schemas.catalog.MaterialCommand;
import io.sillok.schemas.catalog.MaterialId;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.WorkEnvelope;
import io.sillok.schemas.identity.ErasureCommand;
import io.sillok.schemas.identity.ErasureReport;
import io.sillok.schemas.identity.ErasureWork;
import io.sillok.schemas.identity.Tally;
import io.sillok.schemas.personal.KeysUnavailable;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.topics.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EraserWorkerTest {

    private static final UserId ADA = new UserId(new UUID(0, 7));
    private static final MaterialId GUIDE = new MaterialId(new UUID(0, 8));
    private static final BlobAddress FILE = new BlobAddress("a".repeat(64));
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final EraserSettings SETTINGS =
            new EraserSettings(
                    Duration.ofSeconds(10),
                    Duration.ofMillis(1),
                    Duration.ofMillis(1),
                    Duration.ofMillis(1),
                    Duration.ofMinutes(15));

    private final Library library = new Library();
    private final List<String> story = new ArrayList<>();
    private final List<CommandEnvelope<?>> sent = new ArrayList<>();
    private final Deque<Remains> remains = new ArrayDeque<>(List.of(new Remains(1, 0)));
    private final Deque<Remains> uploads = new ArrayDeque<>(List.of(new Remains(0, 0)));
    private int keysAway;
    private int logAway;
    private Instant now = NOON;

    @Test
    void destroysTheKeyBeforeAnythingElse() throws InterruptedException {
        assertThat(erase()).isEqualTo(new WorkOutcome.Done());

        assertThat(story.getFirst()).isEqualTo("key of " + ADA);
        assertThat(story).endsWith("concluded");
    }

    @Test
    void concludesWithAReportOnceNothingIsLeft() throws InterruptedException {
        library.materials = 1;

        erase();

        assertThat(commands())
                .containsExactly(
                        new MaterialCommand.Forget(GUIDE),
                        new ErasureCommand.Conclude(
                                ADA,
                                new ErasureReport(
                                        List.of(
                                                new Tally("person-keys", 1, 0),
                                                new Tally("uploads", 0, 0),
                                                new Tally("library", 1, 0),
                                                new Tally("blobs", 1, 0)))));
        assertThat(sent).allMatch(command -> command.actor().isSystem());
    }

    @Test
    void looksAgainUntilWhatWasAskedForHappened() throws InterruptedException {
        library.materials = 1;
        library.deaf = 2;

        erase();

        assertThat(commands().subList(0, 3)).containsOnly(new MaterialCommand.Forget(GUIDE));
        assertThat(sent.stream().limit(3).map(CommandEnvelope::id).distinct()).hasSize(1);
        assertThat(sent).hasSize(4);
    }

    @Test
    void takesAwayWhatComesLate() throws InterruptedException {
        remains.addFirst(new Remains(0, 1));
        library.arrivesAtLook = 2;

        erase();

        assertThat(commands()).startsWith(new MaterialCommand.Forget(GUIDE));
        assertThat(library.materials).isZero();
    }

    @Test
    void waitsForBlobsThatAreTooYoungToGo() throws InterruptedException {
        remains.addFirst(new Remains(0, 1));
        remains.addFirst(new Remains(0, 1));

        erase();

        assertThat(story.stream().filter(("blobs " + Set.of(FILE))::equals)).hasSize(3);
        assertThat(sent).hasSize(1);
    }

    @Test
    void waitsForAnUploadThatIsBeingWrittenAndCountsThoseThatWent() throws InterruptedException {
        uploads.addFirst(new Remains(0, 1));
        uploads.addFirst(new Remains(2, 1));
        uploads.addLast(new Remains(1, 0));
        uploads.remove(new Remains(0, 0));

        erase();

        assertThat(commands())
                .singleElement()
                .isInstanceOfSatisfying(
                        ErasureCommand.Conclude.class,
                        conclude ->
                                assertThat(conclude.report().tallies())
                                        .contains(new Tally("uploads", 3, 0)));
    }

    @Test
    void forgetsUploadsBeforeItLooksWhereTheLogEnds() throws InterruptedException {
        erase();

        assertThat(story.subList(0, 3))
                .containsExactly("key of " + ADA, "uploads of " + ADA, "end of the log");
    }

    @Test
    void doesNotTrustAViewThatIsBehind() throws InterruptedException {
        library.behind = 3;

        erase();

        assertThat(library.looks).isEqualTo(1);
    }

    @Test
    void waitsForKeysThatAreAway() throws InterruptedException {
        keysAway = 3;

        assertThat(erase()).isEqualTo(new WorkOutcome.Done());

        assertThat(library.looks).isEqualTo(1);
    }

    @Test
    void makesRoomForOthersWhenWhatIsInTheWayStays() throws InterruptedException {
        keysAway = Integer.MAX_VALUE;

        assertThat(erase()).isEqualTo(new WorkOutcome.Done());

        assertThat(commands()).containsExactly(new ErasureCommand.Suspend(ADA, "engine-away"));
        assertThat(now).isAfter(NOON.plus(SETTINGS.patience()));
    }

    @Test
    void saysWhatIsInTheWay() throws InterruptedException {
        library.materials = 1;
        library.deaf = Integer.MAX_VALUE;

        erase();

        assertThat(commands()).endsWith(new ErasureCommand.Suspend(ADA, "something-left"));
    }

    @Test
    void waitsForTheLogBeforeItMakesRoom() throws InterruptedException {
        keysAway = Integer.MAX_VALUE;
        logAway = 3;

        assertThat(erase()).isEqualTo(new WorkOutcome.Done());

        assertThat(commands()).containsExactly(new ErasureCommand.Suspend(ADA, "engine-away"));
    }

    @Test
    void countsAnewWhenItIsResumed() throws InterruptedException {
        library.materials = 1;
        keysAway = 16;
        erase();
        keysAway = 0;

        assertThat(erase()).isEqualTo(new WorkOutcome.Done());

        assertThat(commands()).startsWith(new ErasureCommand.Suspend(ADA, "engine-away"));
        assertThat(commands().getLast())
                .isInstanceOfSatisfying(
                        ErasureCommand.Conclude.class,
                        conclude ->
                                assertThat(conclude.report().tallies())
                                        .contains(new Tally("library", 1, 0)));
    }

    @Test
    void saysThatItDoesNotGoOn() throws InterruptedException {
        worker().giveUp(work(), "tries-exhausted");

        assertThat(commands()).containsExactly(new ErasureCommand.Suspend(ADA, "tries-exhausted"));
    }

    private List<Object> commands() {
        return sent.stream().<Object>map(CommandEnvelope::command).toList();
    }

    private WorkOutcome erase() throws InterruptedException {
        return worker().work(work());
    }

    private EraserWorker worker() {
        return new EraserWorker(
                new EraserWorker.Reach(
                        this::destroyKey,
                        this::forgetUploads,
                        this::logEnd,
                        blobs -> {
                            story.add("blobs " + blobs);
                            return remains.size() > 1 ? remains.removeFirst() : remains.getFirst();
                        },
                        _ -> this::take),
                List.of(library),
                SETTINGS,
                () -> now);
    }

    private void destroyKey(UserId person) {
        if (keysAway > 0) {
            keysAway--;
            now = now.plus(Duration.ofMinutes(1));
            throw new KeysUnavailable("away");
        }
        story.add("key of " + person);
    }

    private Remains forgetUploads(UserId person) {
        story.add("uploads of " + person);
        return uploads.size() > 1 ? uploads.removeFirst() : uploads.getFirst();
    }

    private LogEnd logEnd() {
        story.add("end of the log");
        return new LogEnd(Map.of());
    }

    private void take(CommandEnvelope<?> command) {
        now = now.plus(Duration.ofMinutes(1));
        if (logAway > 0) {
            logAway--;
            throw new LogUnavailable("away", new IOException());
        }
        sent.add(command);
        if (command.command() instanceof MaterialCommand.Forget) {
            library.forget();
        } else {
            story.add("concluded");
        }
    }

    private static WorkEnvelope<ErasureWork> work() {
        return new WorkEnvelope<>(
                new UUID(1, 1),
                BoundaryKey.of(ADA.subject()),
                ADA.subject(),
                NOON.minusSeconds(60),
                ADA.toString(),
                new UUID(5, 6),
                new UUID(7, 8),
                Optional.empty(),
                new ErasureWork(ADA));
    }

    /// A view with one material at most.
    private static final class Library implements Belongings {

        private long materials;
        private long forgotten;
        private int looks;
        private int behind;
        private int deaf;
        private int arrivesAtLook;

        private void forget() {
            if (deaf > 0) {
                deaf--;
            } else if (materials > 0) {
                materials--;
                forgotten++;
            }
        }

        @Override
        public String view() {
            return "library";
        }

        @Override
        public ViewPosition position() {
            return _ -> {
                if (behind > 0) {
                    behind--;
                    return false;
                }
                return true;
            };
        }

        @Override
        public Count count(UserId person) {
            looks++;
            if (looks == arrivesAtLook) {
                materials++;
            }
            return new Count(forgotten, materials);
        }

        @Override
        public List<Removal> removals(UserId person) {
            return materials == 0
                    ? List.of()
                    : List.of(
                            new Removal(
                                    Topics.CATALOG_COMMANDS,
                                    BoundaryKey.of(GUIDE.subject()),
                                    GUIDE.subject(),
                                    new MaterialCommand.Forget(GUIDE)));
        }

        @Override
        public Set<BlobAddress> blobs(UserId person) {
            return Set.of(FILE);
        }
    }
}
