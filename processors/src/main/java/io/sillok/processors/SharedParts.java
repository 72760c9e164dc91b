package io.sillok.processors;

import io.sillok.platform.blobs.BlobStore;
import io.sillok.platform.stores.Postgres;
import io.sillok.platform.stores.Search;
import io.sillok.platform.stores.personal.PersonalStore;
import io.sillok.processors.engine.work.LogWriter;
import java.time.Duration;

/// What the roles of one process use together.
///
/// @param personal the keys of persons
record SharedParts(
        LogWriter log, Postgres postgres, PersonalStore personal, Search search, BlobStore blobs)
        implements AutoCloseable {

    private static final int CONNECTIONS = 8;

    /// Nobody waits for these roles, and a large batch takes a store its time.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Opens everything; connects when it is first needed.
    static SharedParts open(ProcessorsSettings settings) {
        return new SharedParts(
                LogWriter.open(settings.kafka(), "processors"),
                Postgres.open(settings.postgres(), "processors", CONNECTIONS, PATIENCE),
                PersonalStore.open(settings.postgres(), settings.masterKey()),
                Search.open(settings.openSearch(), PATIENCE),
                settings.blobs().open());
    }

    @Override
    public void close() {
        log.close();
        search.close();
        personal.close();
        postgres.close();
    }
}
