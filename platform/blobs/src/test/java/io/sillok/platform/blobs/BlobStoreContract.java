package io.sillok.platform.blobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every blob store must do.
interface BlobStoreContract {

    byte[] HELLO = "안녕하세요, sillok".getBytes(UTF_8);
    BlobAddress NOWHERE = new BlobAddress("0".repeat(64));

    BlobStore store();

    Path stagingFolder();

    @Test
    default void givesBackWhatWasCommitted() throws IOException {
        BlobAddress address = store().put(HELLO);

        try (InputStream in = store().open(address)) {
            assertThat(in.readAllBytes()).isEqualTo(HELLO);
        }
        assertThat(store().find(address)).map(BlobInfo::size).contains((long) HELLO.length);
    }

    @Test
    default void addressesBytesByTheirHash() {
        assertThat(store().put("abc".getBytes(UTF_8)))
                .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    default void storesTheSameBytesOnce() {
        BlobAddress first = store().put(HELLO);
        BlobAddress second = store().put(HELLO);

        assertThat(second).isEqualTo(first);
        try (Stream<BlobInfo> all = store().list()) {
            assertThat(all.filter(blob -> blob.address().equals(first))).hasSize(1);
        }
    }

    @Test
    default void showsNothingBeforeTheCommit() throws IOException {
        byte[] bytes = "not yet".getBytes(UTF_8);
        try (StagedBlob blob = staged(bytes)) {
            assertThat(blob.size()).isEqualTo(bytes.length);
            assertThat(Files.readAllBytes(blob.path())).isEqualTo(bytes);
            assertThat(store().find(blob.address())).isEmpty();
        }
    }

    @Test
    default void discardsWhatIsNotCommitted() throws IOException {
        BlobAddress address;
        try (StagedBlob blob = staged("never".getBytes(UTF_8))) {
            address = blob.address();
        }

        assertThat(store().find(address)).isEmpty();
        assertThat(stagingFolder()).isEmptyDirectory();
    }

    @Test
    default void leavesNothingStagedAfterACommit() {
        store().put(HELLO);

        assertThat(stagingFolder()).isEmptyDirectory();
    }

    @Test
    default void stopsReadingBeyondTheLimit() throws IOException {
        assertThat(store().stage(new ByteArrayInputStream(new byte[11]), 10))
                .isEqualTo(new Staging.TooLarge(10));
        assertThat(stagingFolder()).isEmptyDirectory();
    }

    @Test
    default void takesExactlyTheLimit() throws IOException {
        try (StagedBlob blob = staged(new byte[10])) {
            assertThat(blob.size()).isEqualTo(10);
        }
    }

    @Test
    default void leavesNothingBehindWhenTheSenderGoesAway() {
        InputStream broken =
                new SequenceInputStream(new ByteArrayInputStream(HELLO), new BrokenStream());

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> store().stage(broken, 1000));
        assertThat(stagingFolder()).isEmptyDirectory();
    }

    @Test
    default void readsARange() throws IOException {
        BlobAddress address = store().put("0123456789".getBytes(UTF_8));

        assertThat(range(address, 2, 3)).isEqualTo("234");
        assertThat(range(address, 8, 100)).isEqualTo("89");
        assertThat(range(address, 0, 0)).isEmpty();
    }

    @Test
    default void lendsALocalFile() throws IOException {
        try (LocalBlob local = store().local(store().put(HELLO))) {
            assertThat(Files.readAllBytes(local.path())).isEqualTo(HELLO);
        }
        assertThat(stagingFolder()).isEmptyDirectory();
    }

    @Test
    default void failsForABlobThatIsNotThere() {
        assertThat(store().find(NOWHERE)).isEmpty();
        assertThatExceptionOfType(BlobFailure.class).isThrownBy(() -> store().open(NOWHERE));
        assertThatExceptionOfType(BlobFailure.class)
                .isThrownBy(() -> store().openRange(NOWHERE, 0, 1));
        assertThatExceptionOfType(BlobFailure.class).isThrownBy(() -> store().local(NOWHERE));
        assertThat(stagingFolder()).isEmptyDirectory();
    }

    @Test
    default void removesAnOldBlobOnly() {
        BlobAddress address = store().put("old".getBytes(UTF_8));
        Instant longAgo = Instant.now().minus(Duration.ofHours(1));
        Instant later = Instant.now().plus(Duration.ofHours(1));

        assertThat(store().deleteIfStoredBefore(address, longAgo)).isFalse();
        assertThat(store().find(address)).isPresent();
        assertThat(store().deleteIfStoredBefore(address, later)).isTrue();
        assertThat(store().find(address)).isEmpty();
        assertThat(store().deleteIfStoredBefore(address, later)).isFalse();
    }

    @Test
    default void listsEveryBlob() {
        BlobAddress one = store().put("one".getBytes(UTF_8));
        BlobAddress two = store().put("two".getBytes(UTF_8));

        try (Stream<BlobInfo> all = store().list()) {
            assertThat(all.map(BlobInfo::address)).contains(one, two);
        }
    }

    @Test
    default void tellsItsHealth() {
        assertThat(store().health().freeShare()).isPositive();
    }

    private StagedBlob staged(byte[] bytes) throws IOException {
        return ((Staging.Staged) store().stage(new ByteArrayInputStream(bytes), bytes.length))
                .blob();
    }

    private String range(BlobAddress address, long from, long length) throws IOException {
        try (InputStream in = store().openRange(address, from, length)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
