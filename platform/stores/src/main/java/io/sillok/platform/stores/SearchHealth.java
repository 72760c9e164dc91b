package io.sillok.platform.stores;

import java.io.IOException;
import java.time.Duration;
import org.opensearch.client.opensearch._types.HealthStatus;
import org.opensearch.client.opensearch._types.OpenSearchException;

/// Whether OpenSearch answers now and can serve every index. Thread-safe.
public final class SearchHealth {

    private final Search search;

    public SearchHealth(Search search) {
        this.search = search;
    }

    /// Asks now; takes at most four seconds.
    public StoreState check() {
        long begun = System.nanoTime();
        try {
            HealthStatus status =
                    search.client().cluster().health(h -> h.index(search.name("*"))).status();
            return status == HealthStatus.Red
                    ? new StoreState.Impaired("an index has lost its primary shard")
                    : new StoreState.Available(Duration.ofNanos(System.nanoTime() - begun));
        } catch (IOException | OpenSearchException e) {
            return new StoreState.Unreachable("OpenSearch does not answer");
        }
    }
}
