package io.sillok.platform.blobs.partial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.blobs.partial.PartialUploads.Remains;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgettingUploadsTest {

    private static final Quota QUOTA = new Quota(9, 1_000);

    private final Path folder;
    private final PartialUploads uploads;

    ForgettingUploadsTest(@TempDir Path folder) {
        this.folder = folder;
        this.uploads = PartialUploads.in(folder);
    }

    @Test
    void takesAllOfAnOwnerWhateverBecameOfThem() throws IOException {
        begin("ada", "fresh");
        append(begin("ada", "begun"));
        try (UploadWriter writer = writer(begin("ada", "finished"))) {
            writer.finish();
        }

        assertThat(uploads.forgetAll("ada")).isEqualTo(new Remains(3, 0));

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void leavesThoseOfOthers() throws IOException {
        append(begin("ada", "hers"));
        append(begin("bob", "his"));

        assertThat(uploads.forgetAll("ada")).isEqualTo(new Remains(1, 0));

        assertThat(uploads.find("ada", "hers")).isEmpty();
        assertThat(uploads.find("bob", "his").orElseThrow().offset()).isEqualTo(3);
    }

    @Test
    void leavesWhatIsBeingWrittenUntilItIsNot() throws IOException {
        begin("ada", "idle");
        try (UploadWriter writer = writer(begin("ada", "busy"))) {
            assertThat(PartialUploads.in(folder).forgetAll("ada")).isEqualTo(new Remains(1, 1));
            writer.append(new ByteArrayInputStream("abc".getBytes(UTF_8)));
        }

        assertThat(PartialUploads.in(folder).forgetAll("ada")).isEqualTo(new Remains(1, 0));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void takesWhatAKilledProcessLeft() throws IOException {
        begin("ada", "known");
        Path home = folder.resolve(Objects.requireNonNull(folder.toFile().list())[0]);
        Files.writeString(home.resolve("lost.bytes"), "bytes without a record");
        Files.writeString(home.resolve("known.5b0c"), "half a record");
        Files.writeString(home.resolve("damaged.upload"), "offset=x");
        Files.writeString(home.resolve("damaged.bytes"), "of a damaged one");

        assertThat(uploads.forgetAll("ada")).isEqualTo(new Remains(1, 0));

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void findsNothingTheSecondTime() throws IOException {
        append(begin("ada", "u"));
        uploads.forgetAll("ada");

        assertThat(uploads.forgetAll("ada")).isEqualTo(new Remains(0, 0));
    }

    private PartialUpload begin(String owner, String id) {
        PartialUpload upload =
                PartialUpload.begun(id, owner, 10, "", Instant.now().plusSeconds(60));
        assertThat(uploads.create(upload, QUOTA)).isEqualTo(new Creation.Created(upload));
        return upload;
    }

    private UploadWriter writer(PartialUpload upload) {
        return ((Opening.Opened) uploads.open(upload.owner(), upload.id())).writer();
    }

    private void append(PartialUpload upload) throws IOException {
        try (UploadWriter writer = writer(upload)) {
            writer.append(new ByteArrayInputStream("abc".getBytes(UTF_8)));
        }
    }
}
