package io.sillok.processors;

import io.sillok.platform.blobs.partial.PartialUploads;
import io.sillok.processors.bookings.erasure.BookingBelongings;
import io.sillok.processors.catalog.erasure.CatalogBelongings;
import io.sillok.processors.engine.erasure.Belongings;
import io.sillok.processors.engine.janitor.UnneededBlobs;
import io.sillok.processors.engine.projection.LogEnd;
import io.sillok.processors.generation.erasure.AccountBelongings;
import io.sillok.processors.identity.erasure.EraserReminder;
import io.sillok.processors.identity.erasure.EraserSettings;
import io.sillok.processors.identity.erasure.EraserWorker;
import io.sillok.processors.identity.erasure.IdentityBelongings;
import io.sillok.processors.operations.PendingCommands;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.topics.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// What of every context goes with a person who is erased.
final class ErasurePlan {

    /// The janitor may take its time with a blob; the eraser waits only until nobody can be about
    /// to refer to it.
    private static final int OF_THE_JANITORS_GRACE = 60;

    private ErasurePlan() {}

    static EraserWorker of(ProcessorsSettings settings, SharedParts parts) {
        Duration grace = settings.janitorGrace().dividedBy(OF_THE_JANITORS_GRACE);
        UnneededBlobs blobs =
                UnneededBlobs.in(parts.blobs(), parts.postgres(), settings.kafka(), grace);
        PartialUploads uploads = settings.blobs().openUploads();
        return new EraserWorker(
                new EraserWorker.Reach(
                        person -> parts.personal().vault().destroy(person),
                        person -> forget(uploads, person),
                        () -> LogEnd.now(settings.kafka(), "eraser"),
                        blobs::remove,
                        parts.log()::commands),
                belongings(parts),
                patience(settings),
                InstantSource.system());
    }

    static EraserReminder reminder(ProcessorsSettings settings, SharedParts parts) {
        return EraserReminder.start(
                parts.postgres(),
                parts.log().commands(Topics.IDENTITY_COMMANDS),
                patience(settings));
    }

    private static UnneededBlobs.Remains forget(PartialUploads uploads, UserId person) {
        PartialUploads.Remains remains = uploads.forgetAll(person.toString());
        return new UnneededBlobs.Remains(remains.gone(), remains.left());
    }

    private static EraserSettings patience(ProcessorsSettings settings) {
        return EraserSettings.USUAL.patient(settings.erasurePatience());
    }

    /// A line for each context.
    private static List<Belongings> belongings(SharedParts parts) {
        return Stream.of(
                        List.<Belongings>of(new PendingCommands(parts.postgres())),
                        IdentityBelongings.all(parts.postgres()),
                        CatalogBelongings.all(parts.postgres(), parts.search()),
                        List.<Belongings>of(new BookingBelongings(parts.postgres())),
                        AccountBelongings.all(parts.postgres()))
                .flatMap(List::stream)
                .toList();
    }
}
