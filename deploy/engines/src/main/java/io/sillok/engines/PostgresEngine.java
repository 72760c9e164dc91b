package io.sillok.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// One PostgreSQL server with one database, whose owner is a superuser with a random password that
/// is kept in the data folder.
///
/// Text sorts by code point (`C.UTF-8` of the built-in provider): the order of Hangul syllables
/// there is that of a Korean dictionary, and unlike an ICU order it never changes under an index.
public final class PostgresEngine implements Engine {

    private static final String NAME = "PostgreSQL";

    /// A fast shutdown. At TERM the server would wait until every client has left.
    private static final Signal STOP = Signal.INT;

    private static final String OWNER = "sillok";
    private static final int USUAL_BUFFERS = 64;
    private static final String PASSWORD = "cluster/password";
    private static final int PASSWORD_BYTES = 24;

    private final int port;
    private final String password;
    private final EngineProcess process;

    private PostgresEngine(int port, String password, EngineProcess process) {
        this.port = port;
        this.password = password;
        this.process = process;
    }

    /// Starts a server, making its data folder where there is none, and returns when it takes
    /// sessions.
    ///
    /// @throws EngineFailure when it does not start
    public static PostgresEngine start(EnginesHome home, EngineSettings settings) {
        return FreePort.start(settings, port -> start(home, settings, port));
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database();
    }

    public int port() {
        return port;
    }

    public String database() {
        return OWNER;
    }

    public String user() {
        return OWNER;
    }

    public String password() {
        return password;
    }

    @Override
    public EngineProcess process() {
        return process;
    }

    private static PostgresEngine start(EnginesHome home, EngineSettings settings, int port) {
        var programs = home.require(NAME, "postgres/bin/postgres").resolveSibling(".").normalize();
        var folder = new EngineFolder(NAME, settings.data());
        return folder.claim(
                STOP,
                () -> {
                    FreePort.require(NAME, port);
                    var launch = launch(programs, folder, settings, port);
                    return new PostgresEngine(port, password(folder), EngineProcess.start(launch));
                });
    }

    private static Launch launch(
            Path programs, EngineFolder folder, EngineSettings settings, int port) {
        var cluster =
                folder.part(
                        "cluster", "data/PG_VERSION", draft -> initialise(programs, folder, draft));
        return new Launch(
                NAME,
                folder,
                Launch.log(settings, "postgres"),
                server(programs, cluster, port, settings.megabytesOr(USUAL_BUFFERS)),
                List.of(port),
                STOP,
                () -> PostgresPing.answers(port, OWNER));
    }

    private static String password(EngineFolder folder) {
        try {
            return Files.readString(folder.path().resolve(PASSWORD));
        } catch (NoSuchFileException _) {
            throw folder.damaged(folder.path() + " has no " + PASSWORD);
        } catch (IOException e) {
            throw folder.diagnosis().of(e);
        }
    }

    private static Command server(Path programs, Path cluster, int port, int buffers) {
        var words = new ArrayList<>(List.of(programs.resolve("postgres").toString()));
        words.addAll(List.of("-D", cluster.resolve("data").toString()));
        var configuration =
                List.of(
                        "port=" + port,
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "max_connections=100",
                        "shared_buffers=" + buffers + "MB",
                        "max_wal_size=512MB",
                        "log_min_messages=warning",
                        // neither statements nor the values that a constraint refused
                        "log_min_error_statement=panic",
                        "log_error_verbosity=terse",
                        "log_line_prefix=%m [%p] ",
                        "log_timezone=UTC",
                        "timezone=UTC");
        for (var setting : configuration) {
            words.addAll(List.of("-c", setting));
        }
        return new Command(words).notAsRoot(NAME).inOwnSession();
    }

    private static void initialise(Path programs, EngineFolder folder, Path cluster)
            throws IOException {
        var ours =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectory(cluster, ours);
        var password = cluster.resolve("password");
        Files.createFile(
                password,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, randomPassword());
        var data = cluster.resolve("data").toString();
        var initdb =
                Command.of(
                        programs.resolve("initdb").toString(),
                        "--pgdata=" + data,
                        "--username=" + OWNER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-instructions");
        run(initdb, Path.of("/dev/null"), folder);
        var statement =
                Files.writeString(
                        cluster.resolve("create.sql"), "CREATE DATABASE " + OWNER + ";\n");
        var single =
                Command.of(
                        programs.resolve("postgres").toString(),
                        "--single",
                        "-D",
                        data,
                        "postgres");
        run(single, statement, folder);
        Files.delete(statement);
    }

    private static void run(Command command, Path input, EngineFolder folder) {
        var outcome = command.notAsRoot(NAME).run(folder.path(), input);
        if (!outcome.succeeded()) {
            throw folder.diagnosis().ended("the preparation of PostgreSQL's data", outcome);
        }
    }

    private static String randomPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
