package io.sillok.processors.engine.janitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.blobs.BlobAddress;
import io.sillok.platform.blobs.BlobStore;
import io.sillok.platform.blobs.FileBlobStore;
import io.sillok.processors.engine.janitor.UnneededBlobs.Remains;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnneededBlobsTest {

    private static final Duration GRACE = Duration.ofMinutes(1);
    private static final Duration LATER = Duration.ofMinutes(2);

    private final BlobStore blobs;

    UnneededBlobsTest(@TempDir Path folder) {
        blobs = FileBlobStore.open(folder);
    }

    @Test
    void goAndAreCountedAlsoTheSecondTime() throws InterruptedException {
        BlobAddress blob = blobs.put("hers alone".getBytes(UTF_8));

        assertThat(remove(blob, LATER, known())).isEqualTo(new Remains(1, 0));
        assertThat(remove(blob, LATER, known())).isEqualTo(new Remains(1, 0));
        assertThat(blobs.find(blob)).isEmpty();
    }

    @Test
    void stayWhenSomebodyElseHasTheSameBytes() throws InterruptedException {
        BlobAddress blob = blobs.put("of two".getBytes(UTF_8));

        assertThat(remove(blob, LATER, known(blob))).isEqualTo(new Remains(0, 0));
        assertThat(blobs.find(blob)).isPresent();
    }

    @Test
    void waitWhileSomebodyMayBeAboutToReferToThem() throws InterruptedException {
        BlobAddress blob = blobs.put("just stored".getBytes(UTF_8));

        assertThat(remove(blob, Duration.ofSeconds(50), known())).isEqualTo(new Remains(0, 1));
        assertThat(blobs.find(blob)).isPresent();
    }

    @Test
    void waitWhileReferencesMayBeMissing() throws InterruptedException {
        BlobAddress blob = blobs.put("unknown".getBytes(UTF_8));

        assertThat(remove(blob, LATER, behind())).isEqualTo(new Remains(0, 1));
        assertThat(blobs.find(blob)).isPresent();
    }

    private Remains remove(BlobAddress blob, Duration later, BlobReferences references)
            throws InterruptedException {
        InstantSource clock = InstantSource.offset(InstantSource.system(), later);
        return new UnneededBlobs(blobs, references, GRACE, clock).remove(List.of(blob));
    }

    private static BlobReferences known(BlobAddress... referred) {
        return references(new BlobReferences.Standing.Current(), Set.of(referred));
    }

    private static BlobReferences behind() {
        return references(new BlobReferences.Standing.Behind("behind"), Set.of());
    }

    private static BlobReferences references(
            BlobReferences.Standing standing, Set<BlobAddress> referred) {
        return new BlobReferences() {
            @Override
            public Standing standing(Instant before) {
                return standing;
            }

            @Override
            public Set<BlobAddress> among(Collection<BlobAddress> some) {
                Set<BlobAddress> found = new HashSet<>(some);
                found.retainAll(referred);
                return found;
            }
        };
    }
}
