package io.sillok.platform.blobs.partial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sillok.platform.blobs.BlobFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartialUploadsTest {

    private static final Quota QUOTA = new Quota(3, 100);
    private static final String ADA = "ada";
    private static final String SHA256_OF_ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private final Path folder;
    private final PartialUploads uploads;

    PartialUploadsTest(@TempDir Path folder) {
        this.folder = folder;
        this.uploads = PartialUploads.in(folder);
    }

    private PartialUpload begin(String id, long length) {
        return begin(ADA, id, length, Duration.ofHours(1));
    }

    private PartialUpload begin(String owner, String id, long length, Duration life) {
        PartialUpload upload =
                PartialUpload.begun(id, owner, length, "a note\n제목", Instant.now().plus(life));
        assertThat(uploads.create(upload, QUOTA)).isEqualTo(new Creation.Created(upload));
        return upload;
    }

    private UploadWriter writer(PartialUpload upload) {
        return ((Opening.Opened) uploads.open(upload.owner(), upload.id())).writer();
    }

    private Appending append(PartialUpload upload, String bytes) throws IOException {
        try (UploadWriter writer = writer(upload)) {
            return writer.append(stream(bytes));
        }
    }

    private Appending append(PartialUpload upload, String bytes, Checksum sum) throws IOException {
        try (UploadWriter writer = writer(upload)) {
            return writer.append(stream(bytes), sum);
        }
    }

    private long offset(PartialUpload upload) {
        return uploads.find(upload.owner(), upload.id()).orElseThrow().offset();
    }

    private static InputStream stream(String bytes) {
        return new ByteArrayInputStream(bytes.getBytes(UTF_8));
    }

    private static InputStream cutAfter(String bytes) {
        return new SequenceInputStream(stream(bytes), EndOfStream.cut());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private Path file(String suffix) throws IOException {
        return files().stream()
                .filter(file -> file.toString().endsWith(suffix))
                .findFirst()
                .orElseThrow();
    }

    private void age(Duration age) throws IOException {
        for (Path file : files()) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
        }
    }

    @Nested
    class Writing {

        @Test
        void goesOnWhereItStoppedAlsoInAnotherProcess() throws IOException {
            PartialUpload upload = begin("u", 6);

            assertThat(append(upload, "ab")).isEqualTo(new Appending.Appended(false));
            PartialUploads others = PartialUploads.in(folder);
            assertThat(others.find(ADA, "u").orElseThrow().offset()).isEqualTo(2);
            try (UploadWriter writer = ((Opening.Opened) others.open(ADA, "u")).writer()) {
                assertThat(writer.append(stream("cdef"))).isEqualTo(new Appending.Appended(true));
                assertThat(writer.bytes().readAllBytes()).asString(UTF_8).isEqualTo("abcdef");
            }
        }

        @Test
        void keepsTheNoteAsItIs() {
            begin("u", 6);

            assertThat(uploads.find(ADA, "u").orElseThrow().note()).isEqualTo("a note\n제목");
        }

        @Test
        void countsTheLastByteOnlyWhenSomethingWasMadeOfIt() throws IOException {
            PartialUpload upload = begin("u", 3);
            assertThat(append(upload, "abc")).isEqualTo(new Appending.Appended(true));
            assertThat(offset(upload)).isEqualTo(2);

            try (UploadWriter writer = writer(upload)) {
                assertThat(writer.append(stream("c"))).isEqualTo(new Appending.Appended(true));
                assertThat(writer.bytes().readAllBytes()).asString(UTF_8).isEqualTo("abc");
                writer.finish();
            }

            assertThat(offset(upload)).isEqualTo(3);
            assertThat(uploads.open(ADA, "u")).isInstanceOf(Opening.Finished.class);
            assertThat(files())
                    .extracting(Path::toString)
                    .noneMatch(name -> name.endsWith(".bytes"));
        }

        @Test
        void keepsWhatCameBeforeTheSenderWentAway() throws IOException {
            PartialUpload upload = begin("u", 10);
            try (UploadWriter writer = writer(upload)) {
                assertThatExceptionOfType(IOException.class)
                        .isThrownBy(() -> writer.append(cutAfter("abc")));
            }

            assertThat(offset(upload)).isEqualTo(3);
        }

        @Test
        void movesOnWhileALongStreamComes() throws IOException {
            byte[] bytes = new byte[20 << 20];
            new Random(1).nextBytes(bytes);
            PartialUpload upload =
                    PartialUpload.begun(
                            "u", ADA, bytes.length + 1, "", Instant.now().plusSeconds(3600));
            uploads.create(upload, new Quota(1, bytes.length + 1));
            InputStream watched =
                    new SequenceInputStream(
                            new ByteArrayInputStream(bytes),
                            new EndOfStream(() -> assertThat(offset(upload)).isEqualTo(16 << 20)));
            try (UploadWriter writer = writer(upload)) {
                writer.append(watched);
            }

            assertThat(offset(upload)).isEqualTo(bytes.length);
        }

        @Test
        void cutsOffWhatAKilledProcessWroteBehindTheOffset() throws IOException {
            PartialUpload upload = begin("u", 6);
            append(upload, "ab");
            Path bytes = file(".bytes");
            Files.writeString(bytes, "abXYZ");

            try (UploadWriter writer = writer(upload)) {
                writer.append(stream("cdef"));
                assertThat(writer.bytes().readAllBytes()).asString(UTF_8).isEqualTo("abcdef");
            }
        }

        @Test
        void takesNoMoreThanWasAnnounced() throws IOException {
            PartialUpload upload = begin("u", 3);

            assertThat(append(upload, "abcd")).isEqualTo(new Appending.TooLong());
            assertThat(offset(upload)).isLessThan(3);
        }

        @Test
        void stopsWhenTheUploadExpires() throws IOException {
            PartialUpload upload = begin(ADA, "u", 3, Duration.ZERO);

            assertThat(append(upload, "ab")).isEqualTo(new Appending.Expired());
        }

        @Test
        void endsWhenTheUploadIsRemoved() throws IOException {
            PartialUpload upload = begin("u", 3);
            try (UploadWriter writer = writer(upload)) {
                writer.remove();
            }

            assertThat(uploads.open(ADA, "u")).isEqualTo(new Opening.Missing());
            assertThat(files()).isEmpty();
        }

        @Test
        void doesNotRaiseTheDead() throws IOException {
            PartialUpload upload = begin("u", 3);
            try (UploadWriter writer = writer(upload)) {
                uploads.forget(upload);

                assertThatExceptionOfType(BlobFailure.class)
                        .isThrownBy(() -> writer.append(stream("ab")));
            }
            assertThat(files()).isEmpty();
        }
    }

    @Nested
    class Checking {

        @Test
        void keepsWhatIsAsItsSenderCalculated() throws IOException {
            PartialUpload upload = begin("u", 6);

            assertThat(append(upload, "abc", new Checksum("SHA-256", SHA256_OF_ABC)))
                    .isEqualTo(new Appending.Appended(false));
            assertThat(offset(upload)).isEqualTo(3);
        }

        @Test
        void keepsNothingThatIsNot() throws IOException {
            PartialUpload upload = begin("u", 6);
            append(upload, "ab");

            assertThat(append(upload, "abd", new Checksum("SHA-256", SHA256_OF_ABC)))
                    .isEqualTo(new Appending.Mismatch());
            assertThat(offset(upload)).isEqualTo(2);
            assertThat(append(upload, "cdef")).isEqualTo(new Appending.Appended(true));
        }

        @Test
        void keepsNothingOfAPieceThatBrokeOff() throws IOException {
            PartialUpload upload = begin("u", 6);
            try (UploadWriter writer = writer(upload)) {
                assertThatExceptionOfType(IOException.class)
                        .isThrownBy(
                                () ->
                                        writer.append(
                                                cutAfter("abc"),
                                                new Checksum("SHA-256", SHA256_OF_ABC)));
            }

            assertThat(offset(upload)).isZero();
        }
    }

    @Nested
    class Sharing {

        @Test
        void letsOneWriteAtATime() {
            PartialUpload upload = begin("u", 3);
            PartialUploads others = PartialUploads.in(folder);
            try (UploadWriter _ = writer(upload)) {
                assertThat(uploads.open(ADA, "u")).isEqualTo(new Opening.Busy());
                assertThat(others.open(ADA, "u")).isEqualTo(new Opening.Busy());
            }
            try (UploadWriter writer = ((Opening.Opened) others.open(ADA, "u")).writer()) {
                assertThat(writer.upload()).isEqualTo(upload);
            }
        }

        @Test
        void showsAnUploadToItsOwnerOnly() {
            begin("u", 3);

            assertThat(uploads.find("bob", "u")).isEmpty();
            assertThat(uploads.open("bob", "u")).isEqualTo(new Opening.Missing());
        }

        @Test
        void takesNoNameThatIsNotOneOfAFile() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> begin(ADA, "../u", 3, Duration.ZERO));
        }
    }

    @Nested
    class Limits {

        @Test
        void boundTheUploadsOfAnOwner() {
            begin("u1", 3);
            begin("u2", 3);
            begin("u3", 3);

            assertThat(uploads.create(fourth(3), QUOTA)).isEqualTo(new Creation.TooMany());
            begin("bob", "u4", 3, Duration.ofHours(1));
        }

        @Test
        void boundTheirBytes() {
            begin("u1", 60);

            assertThat(uploads.create(fourth(41), QUOTA)).isEqualTo(new Creation.TooLong());
            begin("u2", 40);
        }

        @Test
        void leaveOutWhatIsFinishedOrExpired() throws IOException {
            PartialUpload finished = begin("u1", 100);
            try (UploadWriter writer = writer(finished)) {
                writer.finish();
            }
            begin(ADA, "u2", 100, Duration.ZERO);

            begin("u3", 100);
        }

        @Test
        void doNotCountTheSameUploadTwice() {
            PartialUpload upload = begin("u1", 100);

            assertThat(uploads.create(upload, QUOTA)).isEqualTo(new Creation.Existing(upload));
        }

        private static PartialUpload fourth(long length) {
            return PartialUpload.begun("u4", ADA, length, "", Instant.now().plusSeconds(60));
        }
    }

    @Nested
    class Sweeping {

        private PartialUploads later(Duration by) {
            return PartialUploads.in(folder, InstantSource.offset(InstantSource.system(), by));
        }

        @Test
        void removesWhatHasExpired() throws IOException {
            begin(ADA, "u", 3, Duration.ofMinutes(10));

            later(Duration.ofMinutes(69));
            assertThat(uploads.find(ADA, "u")).isPresent();

            later(Duration.ofMinutes(71));
            assertThat(uploads.find(ADA, "u")).isEmpty();
            assertThat(folder).isEmptyDirectory();
        }

        @Test
        void leavesWhatCanStillBeWritten() throws IOException {
            begin(ADA, "u", 3, Duration.ofDays(1));
            age(Duration.ofHours(2));

            assertThat(uploads.removeExpired()).isZero();
            assertThat(uploads.find(ADA, "u")).isPresent();
        }

        @Test
        void removesWhatAKilledProcessLeft() throws IOException {
            PartialUpload upload = begin("u", 3);
            Path home = folder.resolve(Objects.requireNonNull(folder.toFile().list())[0]);
            Files.writeString(home.resolve("v.bytes"), "half");
            Files.writeString(home.resolve("u.5b0c"), "half a record");
            uploads.forget(upload);

            assertThat(uploads.removeExpired()).isZero();
            age(Duration.ofHours(2));
            assertThat(uploads.removeExpired()).isEqualTo(2);
            assertThat(folder).isEmptyDirectory();
        }

        @Test
        void removesADamagedRecord() throws IOException {
            begin("u", 3);
            Path record = file(".upload");
            Files.writeString(record, "offset=x");
            assertThatExceptionOfType(BlobFailure.class).isThrownBy(() -> uploads.find(ADA, "u"));

            age(Duration.ofHours(2));
            uploads.removeExpired();

            assertThat(folder).isEmptyDirectory();
        }
    }
}
