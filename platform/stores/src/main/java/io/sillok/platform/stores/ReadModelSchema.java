package io.sillok.platform.stores;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the read model in Postgres to the newest schema: runs the SQL files of the contract that
/// have not run yet, each in its own transaction. Several services may do so at the same time, any
/// number of times; an advisory lock makes them wait for each other.
///
/// The names of the three schemas and of the one role are put into the files here, and nowhere
/// else, for `${live}`, `${read_model}`, `${vault}` and `${directory}`.
public final class ReadModelSchema {

    private static final Logger log = LoggerFactory.getLogger(ReadModelSchema.class);

    private final PostgresSettings settings;
    private final Handle handle;

    private ReadModelSchema(PostgresSettings settings, Handle handle) {
        this.settings = settings;
        this.handle = handle;
    }

    /// Returns when the schema is the newest.
    ///
    /// @throws SchemaFailure when the database cannot be reached, refuses a file, or was made by
    ///   other files than ours
    public static void migrate(PostgresSettings settings) {
        try (Handle handle = connect(settings)) {
            new ReadModelSchema(settings, handle).run();
        } catch (JdbiException e) {
            throw new SchemaFailure("the schema of the read model could not be made", e);
        }
    }

    /// A connection of its own: making an index takes longer than a request may.
    private static Handle connect(PostgresSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("ApplicationName", settings.namespace().hyphenated("migration"));
        return Jdbi.create(settings.url(), properties).open();
    }

    private void run() {
        lock();
        try {
            handle.execute(here("create schema if not exists ${read_model}"));
            handle.execute(
                    here(
                            """
                            create table if not exists ${read_model}.migrations (
                                file       text        primary key,
                                sha256     text        not null,
                                applied_at timestamptz not null default now()
                            )
                            """));
            ContractFile.lines("postgres/migrations").forEach(this::apply);
        } finally {
            unlock();
        }
    }

    private void apply(String file) {
        String sql = ContractFile.require("postgres/" + file);
        Optional<String> applied = applied(file);
        if (applied.isEmpty()) {
            handle.useTransaction(transaction -> apply(transaction, file, sql));
            log.atInfo().addKeyValue("file", file).log("read model migrated");
        } else if (!applied.get().equals(sha256(sql))) {
            throw new SchemaFailure(
                    "the read model was made by another " + file + ": use another namespace");
        }
    }

    private void apply(Handle transaction, String file, String sql) {
        // plain JDBC: Jdbi would look for parameters of its own in the file
        try (Statement statement = transaction.getConnection().createStatement()) {
            var _ = statement.execute(here(sql));
        } catch (SQLException e) {
            throw new SchemaFailure("the database refused " + file, e);
        }
        transaction
                .createUpdate(
                        here("insert into ${read_model}.migrations (file, sha256) values (?, ?)"))
                .bind(0, file)
                .bind(1, sha256(sql))
                .execute();
    }

    private Optional<String> applied(String file) {
        return handle.createQuery(
                        here("select sha256 from ${read_model}.migrations where file = ?"))
                .bind(0, file)
                .mapTo(String.class)
                .findOne();
    }

    private void lock() {
        List<String> _ =
                handle.createQuery("select pg_advisory_lock(hashtext(?))::text")
                        .bind(0, settings.readModelSchema())
                        .mapTo(String.class)
                        .list();
    }

    private void unlock() {
        List<Boolean> _ =
                handle.createQuery("select pg_advisory_unlock(hashtext(?))")
                        .bind(0, settings.readModelSchema())
                        .mapTo(Boolean.class)
                        .list();
    }

    private String here(String sql) {
        return sql.replace("${read_model}", settings.readModelSchema())
                .replace("${live}", settings.liveSchema())
                .replace("${vault}", settings.vaultSchema())
                .replace("${directory}", settings.directoryRole());
    }

    private static String sha256(String sql) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(sql.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
