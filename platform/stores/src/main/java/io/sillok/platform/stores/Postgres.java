package io.sillok.platform.stores;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// A pool of connections to the read model. Thread-safe.
///
/// Unqualified names mean the views first, then the versioned tables, then the vault, so SQL needs
/// no schema names. A database that is dead or frozen makes a call fail within four seconds; one
/// that is away when the pool opens is no error.
public final class Postgres implements AutoCloseable {

    /// How long a request waits for an answer of the database.
    private static final Duration REQUEST = Duration.ofSeconds(3);

    private static final int BORROW_MILLIS = 2_000;
    private static final int VALIDATE_MILLIS = 1_000;
    private static final int KEEP_ALIVE_MILLIS = 120_000;
    private static final int MAX_LIFE_MILLIS = 1_800_000;

    /// One statement serves many filters: a plan for all of them would use no index for most. And
    /// pages come from memory or flash, where one is as good as the next.
    private static final String PLANNING =
            "-c plan_cache_mode=force_custom_plan -c random_page_cost=1.1";

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Postgres(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi =
                Jdbi.create(pool)
                        .registerArrayType(UUID.class, "uuid")
                        .registerArrayType(String.class, "text")
                        .registerArrayType(Integer.class, "int4")
                        .registerArrayType(Long.class, "int8");
    }

    /// Opens a pool; connects when it is first needed.
    ///
    /// @param name shown to the database and in logs: `query-api`
    /// @param connections at most this many
    public static Postgres open(PostgresSettings settings, String name, int connections) {
        return open(settings, name, connections, REQUEST);
    }

    /// Opens a pool for work that nobody waits for, which may take longer than a request.
    ///
    /// @param patience with one statement, in whole seconds
    public static Postgres open(
            PostgresSettings settings, String name, int connections, Duration patience) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(BORROW_MILLIS);
        config.setValidationTimeout(VALIDATE_MILLIS);
        config.setKeepaliveTime(KEEP_ALIVE_MILLIS);
        config.setMaxLifetime(MAX_LIFE_MILLIS);
        config.addDataSourceProperty("ApplicationName", settings.namespace().hyphenated(name));
        config.addDataSourceProperty(
                "currentSchema",
                String.join(
                        ",",
                        settings.liveSchema(),
                        settings.readModelSchema(),
                        settings.vaultSchema()));
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("loginTimeout", "2");
        config.addDataSourceProperty("socketTimeout", Long.toString(patience.toSeconds()));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("options", PLANNING);
        return new Postgres(new HikariDataSource(config));
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public void close() {
        pool.close();
    }
}
