package io.sillok.processors.engine.janitor;

import io.sillok.platform.blobs.partial.PartialUploads;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes uploads that were never finished, once they have expired. Several janitors do not
/// disturb each other. Thread-safe.
public final class UploadJanitor implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(UploadJanitor.class);

    private final PartialUploads uploads;
    private final ScheduledExecutorService timer;

    private UploadJanitor(PartialUploads uploads) {
        this.uploads = uploads;
        this.timer =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("upload-janitor").factory());
    }

    /// Starts sweeping, at once and then after every pause.
    public static UploadJanitor start(PartialUploads uploads, Duration pause) {
        UploadJanitor janitor = new UploadJanitor(uploads);
        var _ =
                janitor.timer.scheduleWithFixedDelay(
                        janitor::sweep, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        return janitor;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void sweep() {
        try {
            int removed = uploads.removeExpired();
            if (removed > 0) {
                log.atInfo().addKeyValue("files", removed).log("expired uploads removed");
            }
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("uploads could not be swept, it will be tried again");
        }
    }
}
