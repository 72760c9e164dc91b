package io.sillok.platform.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobSettingsTest {

    private static final Path FOLDER = Path.of("files");

    @Test
    void nameAFolder() {
        assertThat(
                        BlobSettings.of(
                                FOLDER,
                                Optional.empty(),
                                Optional.of(URI.create("https://s3.example")),
                                Optional.of("eu-west-1"),
                                Optional.of("prefix/"),
                                Optional.empty(),
                                Optional.empty()))
                .isEqualTo(new BlobSettings.InFolder(FOLDER));
    }

    @Test
    void nameABucketWithAPlaceForWhatIsOnItsWayIn() {
        assertThat(bucket(Optional.empty(), Optional.empty()))
                .isEqualTo(
                        new BlobSettings.InBucket(
                                new S3Settings(
                                        Optional.empty(),
                                        "us-east-1",
                                        "bucket",
                                        "",
                                        Optional.empty(),
                                        FOLDER)));
    }

    @Test
    void refuseHalfACredential() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bucket(Optional.of("key"), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bucket(Optional.empty(), Optional.of("secret")));
    }

    @Test
    void openTheStoreTheyName(@TempDir Path folder) {
        assertThat(new BlobSettings.InFolder(folder).open()).isInstanceOf(FileBlobStore.class);
    }

    private static BlobSettings bucket(Optional<String> accessKey, Optional<String> secretKey) {
        return BlobSettings.of(
                FOLDER,
                Optional.of("bucket"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                accessKey,
                secretKey);
    }
}
