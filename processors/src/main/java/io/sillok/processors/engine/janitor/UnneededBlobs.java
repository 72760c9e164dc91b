package io.sillok.processors.engine.janitor;

import io.sillok.platform.blobs.BlobAddress;
import io.sillok.platform.blobs.BlobStore;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.stores.Postgres;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Removes certain blobs as soon as nothing refers to them any more, by the rules of the
/// [BlobJanitor] but without its long grace period. Thread-safe.
public final class UnneededBlobs {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BlobStore blobs;
    private final BlobReferences references;
    private final Duration grace;
    private final InstantSource clock;

    /// What there is of some blobs.
    ///
    /// @param gone not referred to, and not there
    /// @param left not referred to, and there
    public record Remains(long gone, long left) {}

    UnneededBlobs(BlobStore blobs, BlobReferences references, Duration grace, InstantSource clock) {
        this.blobs = blobs;
        this.references = references;
        this.grace = grace;
        this.clock = clock;
    }

    /// Those of a store.
    ///
    /// @param grace how long after it was stored somebody may still be about to refer to a blob
    public static UnneededBlobs in(
            BlobStore blobs, Postgres postgres, KafkaSettings kafka, Duration grace) {
        return new UnneededBlobs(
                blobs,
                new ProjectedReferences(postgres, kafka, PATIENCE),
                grace,
                InstantSource.system());
    }

    /// Removes what may be removed now. May be repeated.
    ///
    /// @return what is left has to wait: it is too young, or what refers to it is not known yet
    public Remains remove(Collection<BlobAddress> addresses) throws InterruptedException {
        if (addresses.isEmpty()) {
            return new Remains(0, 0);
        }
        Instant cutoff = clock.instant().minus(grace);
        if (references.standing(cutoff.plus(grace.dividedBy(2)))
                instanceof BlobReferences.Standing.Behind) {
            return new Remains(0, addresses.size());
        }
        Set<BlobAddress> referred = references.among(addresses);
        List<BlobAddress> unneeded =
                addresses.stream().filter(blob -> !referred.contains(blob)).toList();
        unneeded.forEach(blob -> blobs.deleteIfStoredBefore(blob, cutoff));
        long left = unneeded.stream().filter(blob -> blobs.find(blob).isPresent()).count();
        return new Remains(unneeded.size() - left, left);
    }
}
