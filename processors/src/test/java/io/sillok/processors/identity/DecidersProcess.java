package io.sillok.processors.identity;

import io.sillok.processors.ProcessorsApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The deciders of all contexts in a process of their own, as they run in production.
record DecidersProcess(Process process, Path output) implements AutoCloseable {

    /// Starts it; it is not ready yet.
    ///
    /// @param settings its environment
    static DecidersProcess start(Path folder, Map<String, String> settings) {
        try {
            Path output = Files.createTempFile(folder, "deciders", ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(
                                    List.of(
                                            Path.of(System.getProperty("java.home"), "bin", "java")
                                                    .toString(),
                                            "-Xmx256m",
                                            "-XX:TieredStopAtLevel=1",
                                            "--enable-native-access=ALL-UNNAMED",
                                            "-classpath",
                                            System.getProperty("java.class.path"),
                                            ProcessorsApplication.class.getName()))
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            builder.environment().putAll(settings);
            builder.environment()
                    .put("SILLOK_DATA", Files.createTempDirectory(folder, "data").toString());
            return new DecidersProcess(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether it has been ready.
    boolean wasReady() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8).contains("processors ready");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// SIGKILL.
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
