package io.sillok.processors.engine.janitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.blobs.BlobAddress;
import io.sillok.platform.blobs.BlobStore;
import io.sillok.platform.blobs.FileBlobStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobJanitorTest {

    private static final Duration GRACE = Duration.ofHours(1);

    private final BlobStore blobs;

    BlobJanitorTest(@TempDir Path folder) {
        blobs = FileBlobStore.open(folder);
    }

    @Test
    void removesWhatIsOldAndUnreferenced() throws InterruptedException {
        BlobAddress kept = blobs.put("kept".getBytes(UTF_8));
        BlobAddress gone = blobs.put("gone".getBytes(UTF_8));

        assertThat(sweep(Duration.ofHours(2), current(kept))).isEqualTo(new Sweep.Done(2, 1));
        assertThat(blobs.find(kept)).isPresent();
        assertThat(blobs.find(gone)).isEmpty();
    }

    @Test
    void leavesWhatIsWithinItsGrace() throws InterruptedException {
        BlobAddress fresh = blobs.put("fresh".getBytes(UTF_8));

        assertThat(sweep(Duration.ofMinutes(59), current())).isEqualTo(new Sweep.Done(1, 0));
        assertThat(blobs.find(fresh)).isPresent();
    }

    @Test
    void touchesNothingWhileReferencesMayBeMissing() throws InterruptedException {
        BlobAddress old = blobs.put("old".getBytes(UTF_8));

        assertThat(sweep(Duration.ofHours(2), behind())).isEqualTo(new Sweep.Skipped("behind"));
        assertThat(blobs.find(old)).isPresent();
    }

    @Test
    void leavesWhatIsStoredAnewWhileItSweeps() throws InterruptedException {
        BlobAddress blob = blobs.put("again".getBytes(UTF_8));
        Instant stored = blobs.find(blob).orElseThrow().storedAt();
        BlobReferences slow =
                new Known(
                        Set.of(),
                        () -> {
                            while (!blobs.find(blob).orElseThrow().storedAt().isAfter(stored)) {
                                blobs.put("again".getBytes(UTF_8));
                            }
                        });
        InstantSource justAfter = InstantSource.fixed(stored.plus(GRACE).plusNanos(1));

        assertThat(new BlobJanitor(blobs, slow, GRACE, justAfter, 2).sweep())
                .isEqualTo(new Sweep.Done(1, 0));
        assertThat(blobs.find(blob)).isPresent();
    }

    @Test
    void asksForReferencesInSeveralRounds() throws InterruptedException {
        for (int number = 0; number < 5; number++) {
            blobs.put(("blob " + number).getBytes(UTF_8));
        }

        assertThat(sweep(Duration.ofHours(2), current())).isEqualTo(new Sweep.Done(5, 5));
    }

    private Sweep sweep(Duration later, BlobReferences references) throws InterruptedException {
        InstantSource clock = InstantSource.offset(InstantSource.system(), later);
        return new BlobJanitor(blobs, references, GRACE, clock, 2).sweep();
    }

    private static BlobReferences current(BlobAddress... known) {
        return new Known(Set.of(known), () -> {});
    }

    private static BlobReferences behind() {
        return new BlobReferences() {
            @Override
            public Standing standing(Instant before) {
                return new Standing.Behind("behind");
            }

            @Override
            public Set<BlobAddress> among(Collection<BlobAddress> blobs) {
                return Set.of();
            }
        };
    }

    /// References that are known for sure.
    private record Known(Set<BlobAddress> known, Runnable meanwhile) implements BlobReferences {

        @Override
        public Standing standing(Instant before) {
            return new Standing.Current();
        }

        @Override
        public Set<BlobAddress> among(Collection<BlobAddress> blobs) {
            meanwhile.run();
            Set<BlobAddress> some = new HashSet<>(blobs);
            some.retainAll(known);
            return some;
        }
    }
}
