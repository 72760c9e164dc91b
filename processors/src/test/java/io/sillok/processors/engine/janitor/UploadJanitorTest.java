package io.sillok.processors.engine.janitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sillok.platform.blobs.partial.Creation;
import io.sillok.platform.blobs.partial.PartialUpload;
import io.sillok.platform.blobs.partial.PartialUploads;
import io.sillok.platform.blobs.partial.Quota;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadJanitorTest {

    private static final Quota QUOTA = new Quota(10, 1000);

    private final PartialUploads uploads;

    UploadJanitorTest(@TempDir Path folder) {
        uploads = PartialUploads.in(folder);
    }

    @Test
    void removesWhatHasExpiredAgainAndAgain() {
        begin("kept", Instant.now().plusSeconds(60));
        try (UploadJanitor _ = UploadJanitor.start(uploads, Duration.ofMillis(10))) {
            begin("first", longAgo());
            await().until(() -> uploads.find("ada", "first").isEmpty());
            begin("second", longAgo());
            await().until(() -> uploads.find("ada", "second").isEmpty());
        }

        assertThat(uploads.find("ada", "kept")).isPresent();
    }

    private static Instant longAgo() {
        return Instant.now().minus(PartialUploads.GRACE).minusSeconds(1);
    }

    private void begin(String id, Instant expires) {
        PartialUpload upload = PartialUpload.begun(id, "ada", 10, "", expires);
        assertThat(uploads.create(upload, QUOTA)).isInstanceOf(Creation.Created.class);
    }
}
