package io.sillok.standalone.home;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/// Where the platform of a data folder answers, noted there while it runs so that other commands
/// find it.
///
/// @param kafka its `bootstrap.servers`
public record Running(long pid, URI commandApi, URI queryApi, String kafka) {

    private static final String FILE = "running.properties";

    /// What is noted in a folder, if its process still lives.
    public static Optional<Running> on(Path folder) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve(FILE))) {
            properties.load(reader);
            return Optional.of(read(properties)).filter(Running::isAlive);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException _) {
            // half-written by a process that died
            return Optional.empty();
        }
    }

    public void noteIn(Path folder) {
        var properties = new Properties();
        properties.setProperty("pid", Long.toString(pid));
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

    private boolean isAlive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    private static Running read(Properties properties) {
        return new Running(
                Long.parseLong(properties.getProperty("pid", "")),
                URI.create(properties.getProperty("command-api", "")),
                URI.create(properties.getProperty("query-api", "")),
                properties.getProperty("kafka", ""));
    }
}
