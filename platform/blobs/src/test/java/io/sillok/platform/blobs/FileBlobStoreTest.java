package io.sillok.platform.blobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBlobStoreTest implements BlobStoreContract {

    private final Path folder;
    private final BlobStore store;

    FileBlobStoreTest(@TempDir Path folder) {
        this.folder = folder;
        this.store = FileBlobStore.open(folder);
    }

    @Override
    public BlobStore store() {
        return store;
    }

    @Override
    public Path stagingFolder() {
        return folder.resolve("staging");
    }

    @Test
    void laysBlobsOutInTwoLevels() {
        BlobAddress address = store.put("abc".getBytes(UTF_8));

        assertThat(folder.resolve("ba").resolve("78").resolve(address.sha256())).hasContent("abc");
    }

    @Test
    void committingAgainRenewsTheAge() throws IOException {
        BlobAddress address = store.put(HELLO);
        age(folder.resolve(address.path()), Duration.ofDays(1));

        store.put(HELLO);

        Instant anHourAgo = Instant.now().minus(Duration.ofHours(1));
        assertThat(store.deleteIfStoredBefore(address, anHourAgo)).isFalse();
    }

    @Test
    void removesOrphansOfAKilledProcessWhenOpened() throws IOException {
        Path orphan = Files.writeString(stagingFolder().resolve("orphan"), "half");
        Path inUse = Files.writeString(stagingFolder().resolve("in-use"), "half");
        age(orphan, Duration.ofHours(2));

        FileBlobStore.open(folder);

        assertThat(orphan).doesNotExist();
        assertThat(inUse).exists();
    }

    @Test
    void refusesAFolderThatIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThatExceptionOfType(BlobFailure.class).isThrownBy(() -> FileBlobStore.open(file));
    }

    private static void age(Path file, Duration age) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }
}
