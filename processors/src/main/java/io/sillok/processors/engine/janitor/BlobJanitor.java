package io.sillok.processors.engine.janitor;

import io.sillok.platform.blobs.BlobAddress;
import io.sillok.platform.blobs.BlobInfo;
import io.sillok.platform.blobs.BlobStore;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.stores.Postgres;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes blobs that no event refers to: uploads that were refused, commands that never came.
///
/// A blob goes when it is older than the grace period, no command from before that is unsettled,
/// the references are projected up to the end of the log, and none names it. The store looks at the
/// age again in the act of removing, so bytes that somebody stores anew at that moment stay.
/// Several janitors do not disturb each other. Thread-safe.
public final class BlobJanitor implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(BlobJanitor.class);
    private static final int AT_ONCE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BlobStore blobs;
    private final BlobReferences references;
    private final Duration grace;
    private final InstantSource clock;
    private final int atOnce;
    private final CompletableFuture<Void> closing = new CompletableFuture<>();

    /// @param atOnce how many blobs to ask about in one question
    BlobJanitor(
            BlobStore blobs,
            BlobReferences references,
            Duration grace,
            InstantSource clock,
            int atOnce) {
        this.blobs = blobs;
        this.references = references;
        this.grace = grace;
        this.clock = clock;
        this.atOnce = atOnce;
    }

    /// Starts sweeping, at once and then ten times in each grace period.
    ///
    /// @param grace how long a blob may lie without a reference
    public static BlobJanitor start(
            BlobStore blobs, Postgres postgres, KafkaSettings kafka, Duration grace) {
        BlobJanitor janitor =
                new BlobJanitor(
                        blobs,
                        new ProjectedReferences(postgres, kafka, PATIENCE),
                        grace,
                        InstantSource.system(),
                        AT_ONCE);
        Thread _ = Thread.ofVirtual().name("blob-janitor").start(janitor::run);
        return janitor;
    }

    /// Stops within seconds, after the blob it has in hand.
    @Override
    public void close() {
        closing.complete(null);
    }

    /// Looks at every blob once.
    Sweep sweep() throws InterruptedException {
        Instant cutoff = clock.instant().minus(grace);
        return switch (references.standing(cutoff.plus(grace.dividedBy(2)))) {
            case BlobReferences.Standing.Behind(var reason) -> new Sweep.Skipped(reason);
            case BlobReferences.Standing.Current _ -> sweep(cutoff);
        };
    }

    private Sweep sweep(Instant cutoff) {
        long seen = 0;
        long removed = 0;
        try (Stream<BlobInfo> all = blobs.list()) {
            List<BlobAddress> old = new ArrayList<>();
            for (BlobInfo blob : (Iterable<BlobInfo>) all::iterator) {
                seen++;
                if (blob.storedAt().isBefore(cutoff)) {
                    old.add(blob.address());
                }
                if (old.size() == atOnce) {
                    removed += removeUnreferenced(old, cutoff);
                    old.clear();
                }
            }
            removed += removeUnreferenced(old, cutoff);
        }
        return new Sweep.Done(seen, removed);
    }

    private long removeUnreferenced(List<BlobAddress> old, Instant cutoff) {
        Set<BlobAddress> referred = references.among(old);
        return old.stream()
                .filter(blob -> !closing.isDone() && !referred.contains(blob))
                .filter(blob -> blobs.deleteIfStoredBefore(blob, cutoff))
                .mapToLong(
                        blob -> {
                            log.atInfo().addKeyValue("blob", blob).log("blob removed");
                            return 1;
                        })
                .sum();
    }

    private void run() {
        do {
            try {
                report(sweep());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.atWarn().setCause(e).log("the janitor could not sweep and will try again");
            }
        } while (!isClosedAfter(grace.dividedBy(10)));
    }

    private static void report(Sweep sweep) {
        switch (sweep) {
            case Sweep.Done(var seen, var removed) ->
                    log.atDebug()
                            .addKeyValue("seen", seen)
                            .addKeyValue("removed", removed)
                            .log("blobs swept");
            case Sweep.Skipped(var reason) ->
                    log.atInfo().addKeyValue("reason", reason).log("blobs are not swept now");
        }
    }

    private boolean isClosedAfter(Duration pause) {
        try {
            closing.get(Math.max(1, pause.toMillis()), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("closing cannot fail", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
