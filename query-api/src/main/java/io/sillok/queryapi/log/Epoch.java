package io.sillok.queryapi.log;

import io.sillok.platform.kafka.LogEpoch;
import io.sillok.platform.kafka.LogUnavailable;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/// Which log this service reads: asked once, remembered from then on. Thread-safe.
public final class Epoch {

    private final Admin admin;
    private final AtomicReference<@Nullable LogEpoch> known = new AtomicReference<>();

    public Epoch(Admin admin) {
        this.admin = admin;
    }

    /// The log's own id.
    ///
    /// @throws LogUnavailable when it is not known yet and the log does not answer
    public LogEpoch get() {
        LogEpoch epoch = known.get();
        if (epoch == null) {
            epoch = LogEpoch.of(admin);
            known.set(epoch);
        }
        return epoch;
    }
}
