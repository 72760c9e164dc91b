package io.sillok.processors;

import io.sillok.platform.blobs.BlobStore;
import io.sillok.platform.blobs.FileBlobStore;
import io.sillok.platform.blobs.S3BlobStore;
import io.sillok.platform.stores.Postgres;
import io.sillok.platform.stores.Search;
import io.sillok.processors.ProcessorsSettings.Blobs;
import io.sillok.processors.engine.work.LogWriter;
import java.time.Duration;

/// What the roles of one process use together.
record SharedParts(LogWriter log, Postgres postgres, Search search, BlobStore blobs)
        implements AutoCloseable {

    private static final int CONNECTIONS = 8;

    /// Nobody waits for these roles, and a large batch takes a store its time.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Opens everything; connects when it is first needed.
    static SharedParts open(ProcessorsSettings settings) {
        return new SharedParts(
                LogWriter.open(settings.kafka(), "processors"),
                Postgres.open(settings.postgres(), "processors", CONNECTIONS, PATIENCE),
                Search.open(settings.openSearch(), PATIENCE),
                blobs(settings.blobs()));
    }

    @Override
    public void close() {
        log.close();
        search.close();
        postgres.close();
    }

    private static BlobStore blobs(Blobs blobs) {
        return switch (blobs) {
            case Blobs.InFolder(var folder) -> FileBlobStore.open(folder);
            case Blobs.InS3(var bucket) -> S3BlobStore.open(bucket);
        };
    }
}
