package io.sillok.platform.stores;

import java.time.Duration;
import org.jdbi.v3.core.JdbiException;

/// Whether the database answers now. Thread-safe.
public final class PostgresHealth {

    private final Postgres postgres;

    public PostgresHealth(Postgres postgres) {
        this.postgres = postgres;
    }

    /// Asks now; takes at most four seconds.
    public StoreState check() {
        long begun = System.nanoTime();
        try {
            postgres.jdbi()
                    .useHandle(handle -> handle.createQuery("select 1").mapTo(int.class).one());
            return new StoreState.Available(Duration.ofNanos(System.nanoTime() - begun));
        } catch (JdbiException e) {
            return new StoreState.Unreachable("the database does not answer");
        }
    }
}
