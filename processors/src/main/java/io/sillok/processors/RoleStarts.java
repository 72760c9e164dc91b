package io.sillok.processors;

import io.sillok.platform.blobs.inspection.FileInspection;
import io.sillok.platform.kafka.TopicTail;
import io.sillok.processors.bookings.BookingsModule;
import io.sillok.processors.bookings.projection.BookingsProjections;
import io.sillok.processors.catalog.CatalogModule;
import io.sillok.processors.catalog.projection.CatalogProjections;
import io.sillok.processors.catalog.scan.ClamdScanner;
import io.sillok.processors.catalog.scan.ScanWorker;
import io.sillok.processors.catalog.scan.VirusScanner;
import io.sillok.processors.catalog.scan.reading.ReaderSettings;
import io.sillok.processors.catalog.scan.reading.Readers;
import io.sillok.processors.engine.DecidingApplication;
import io.sillok.processors.engine.DecidingContext;
import io.sillok.processors.engine.DecidingSettings;
import io.sillok.processors.engine.claims.ClaimSecret;
import io.sillok.processors.engine.janitor.BlobJanitor;
import io.sillok.processors.engine.janitor.UploadJanitor;
import io.sillok.processors.engine.projection.ProjectionRunner;
import io.sillok.processors.engine.projection.StoredProjection;
import io.sillok.processors.engine.work.WorkSettings;
import io.sillok.processors.engine.work.WorkerLoop;
import io.sillok.processors.generation.GenerationModule;
import io.sillok.processors.generation.ReservationTimer;
import io.sillok.processors.generation.projection.GenerationProjections;
import io.sillok.processors.generation.worker.Generator;
import io.sillok.processors.identity.IdentityModule;
import io.sillok.processors.identity.erasure.EraserReminder;
import io.sillok.processors.identity.projection.IdentityProjections;
import io.sillok.processors.operations.OperationsProjections;
import io.sillok.schemas.topics.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// What each role starts.
record RoleStarts(ProcessorsSettings settings, SharedParts parts) {

    /// Longer than keys are remembered.
    private static final Duration HEARS_BACK = Duration.ofMinutes(2);

    /// Starts every role of the settings.
    ///
    /// @throws RuntimeException when one cannot start; those that did are stopped then
    List<RunningRole> all() {
        List<RunningRole> running = new ArrayList<>();
        try {
            if (!settings.roles().isEmpty()) {
                running.add(hearOfErasures());
            }
            settings.roles().forEach(role -> running.addAll(start(role)));
            return running;
        } catch (RuntimeException e) {
            RunningRole.closeAll(running);
            throw e;
        }
    }

    /// Whatever the roles are: keys are remembered for a while, and must not outlive an erasure.
    private RunningRole hearOfErasures() {
        TopicTail tail =
                new TopicTail(
                        settings.kafka(),
                        Topics.IDENTITY_EVENTS,
                        "processors-erasures",
                        HEARS_BACK,
                        new ErasureListener(parts.personal().vault()));
        try {
            tail.start(Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at the start", e);
        }
        return new RunningRole(tail::isCaughtUp, tail::close);
    }

    private List<RunningRole> start(Role role) {
        return switch (role) {
            case DECIDE ->
                    List.of(
                            decide(CatalogModule.decides()),
                            decide(BookingsModule.decides(parts.personal().keys())),
                            decide(
                                    GenerationModule.decides(
                                            settings.allowance(), parts.personal().keys())),
                            decide(IdentityModule.decides(parts.personal().keys())));
            case SCAN -> List.of(scan());
            case GENERATE -> List.of(generate());
            case ERASE -> List.of(erase(), remindOfErasures());
            case PROJECT_POSTGRES -> projectIntoPostgres();
            case PROJECT_SEARCH -> projectIntoOpenSearch();
            case JANITOR -> List.of(cleanUp(), cleanUpUploads(), giveUp());
        };
    }

    /// Returns at once, so the contexts start side by side.
    private RunningRole decide(DecidingContext context) {
        DecidingApplication deciders =
                DecidingApplication.start(
                        context,
                        settings.kafka(),
                        DecidingSettings.in(settings.folder().resolve("state"), secret()));
        return new RunningRole(deciders::isReady, deciders::close);
    }

    private ClaimSecret secret() {
        return settings.claims()
                .orElseThrow(() -> new IllegalStateException("deciding needs the claim secret"));
    }

    private RunningRole scan() {
        Readers readers = new Readers(ReaderSettings.USUAL);
        WorkerLoop loop =
                WorkerLoop.start(
                        new ScanWorker(
                                parts.blobs(),
                                FileInspection.standard(),
                                scanner(),
                                readers,
                                parts.log().commands(Topics.CATALOG_COMMANDS),
                                settings.folder().resolve("scans")),
                        WorkSettings.of(Topics.WORK_SCANS, "scan"),
                        settings.kafka(),
                        parts.log());
        return new RunningRole(
                loop::isReady,
                () -> {
                    loop.close();
                    readers.close();
                });
    }

    private RunningRole generate() {
        Generator generator =
                Generator.start(
                        settings.generator(),
                        settings.kafka(),
                        parts.personal().keys(),
                        parts.log());
        return new RunningRole(generator::isReady, generator::close);
    }

    private RunningRole erase() {
        WorkerLoop loop =
                WorkerLoop.start(
                        ErasurePlan.of(settings, parts),
                        WorkSettings.of(Topics.WORK_ERASURES, "erase"),
                        settings.kafka(),
                        parts.log());
        return new RunningRole(loop::isReady, loop::close);
    }

    private RunningRole remindOfErasures() {
        EraserReminder reminder = ErasurePlan.reminder(settings, parts);
        return new RunningRole(() -> true, reminder::close);
    }

    private List<RunningRole> projectIntoPostgres() {
        List<StoredProjection<?>> projections = new ArrayList<>();
        projections.addAll(CatalogProjections.inPostgres(surroundings()));
        projections.addAll(
                IdentityProjections.inPostgres(surroundings(), parts.personal().keys().persons()));
        projections.addAll(
                BookingsProjections.inPostgres(surroundings(), parts.personal().vault()));
        projections.addAll(
                GenerationProjections.inPostgres(
                        surroundings(), parts.personal().keys().persons()));
        projections.addAll(OperationsProjections.inPostgres(surroundings()));
        return project(projections);
    }

    private List<RunningRole> projectIntoOpenSearch() {
        List<StoredProjection<?>> projections = new ArrayList<>();
        projections.addAll(
                CatalogProjections.inOpenSearch(surroundings(), parts.search(), parts.blobs()));
        projections.addAll(BookingsProjections.inOpenSearch(surroundings(), parts.search()));
        return project(projections);
    }

    private static List<RunningRole> project(List<StoredProjection<?>> projections) {
        return projections.stream().map(StoredProjection::runner).map(RoleStarts::run).toList();
    }

    private static RunningRole run(ProjectionRunner runner) {
        runner.start();
        return new RunningRole(runner::isReady, runner::stop);
    }

    private StoredProjection.Surroundings surroundings() {
        return new StoredProjection.Surroundings(
                settings.kafka(), parts.postgres(), InstantSource.system());
    }

    private RunningRole cleanUp() {
        BlobJanitor janitor =
                BlobJanitor.start(
                        parts.blobs(), parts.postgres(), settings.kafka(), settings.janitorGrace());
        return new RunningRole(() -> true, janitor::close);
    }

    private RunningRole cleanUpUploads() {
        UploadJanitor janitor =
                UploadJanitor.start(
                        settings.blobs().openUploads(), settings.janitorGrace().dividedBy(10));
        return new RunningRole(() -> true, janitor::close);
    }

    private RunningRole giveUp() {
        ReservationTimer timer =
                ReservationTimer.start(
                        parts.postgres(),
                        parts.log().commands(Topics.GENERATION_COMMANDS),
                        ReservationTimer.USUAL_PAUSE,
                        InstantSource.system());
        return new RunningRole(() -> true, timer::close);
    }

    private VirusScanner scanner() {
        return settings.scanner()
                .<VirusScanner>map(at -> new ClamdScanner(at.host(), at.port()))
                .orElseGet(VirusScanner::none);
    }
}
