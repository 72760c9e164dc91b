package io.sillok.standalone.home;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/// Where the platform of a data folder answers, noted there while it runs so that other commands
/// find it.
///
/// @param kafka its `bootstrap.servers`
public record Running(long pid, URI commandApi, URI queryApi, String kafka) {

    private static final String FILE = "running.properties";
    private static final String PID = "pid";
    private static final String STARTED = "started";

    /// What is noted in a folder, if its process still lives.
    public static Optional<Running> on(Path folder) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve(FILE))) {
            properties.load(reader);
            return isStillTheOneOf(properties) ? Optional.of(read(properties)) : Optional.empty();
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException _) {
            // half-written by a process that died
            return Optional.empty();
        }
    }

    public void noteIn(Path folder) {
        var properties = new Properties();
        properties.setProperty(PID, Long.toString(pid));
        properties.setProperty(STARTED, ProcessHandle.of(pid).map(Running::startOf).orElse(""));
        properties.setProperty("command-api", commandApi.toString());
        properties.setProperty("query-api", queryApi.toString());
        properties.setProperty("kafka", kafka);
        try (var writer = new StringWriter()) {
            properties.store(writer, null);
            Files.writeString(folder.resolve(FILE), writer.toString());
        } catch (IOException e) {
            throw DataFolder.unusable(folder, e);
        }
    }

    public static void forgetIn(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(FILE));
        } catch (IOException e) {
            throw DataFolder.unusable(folder, e);
        }
    }

    /// Ids of processes are used again, so when it started has to be the same as well.
    private static boolean isStillTheOneOf(Properties properties) {
        return ProcessHandle.of(Long.parseLong(text(properties, PID)))
                .filter(ProcessHandle::isAlive)
                .map(Running::startOf)
                .filter(text(properties, STARTED)::equals)
                .isPresent();
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private static Running read(Properties properties) {
        return new Running(
                Long.parseLong(text(properties, PID)),
                URI.create(text(properties, "command-api")),
                URI.create(text(properties, "query-api")),
                text(properties, "kafka"));
    }

    private static String text(Properties properties, String name) {
        return Optional.ofNullable(properties.getProperty(name))
                .orElseThrow(() -> new IllegalArgumentException(name + " is not noted"));
    }
}
