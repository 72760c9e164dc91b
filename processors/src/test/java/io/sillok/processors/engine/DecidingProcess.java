package io.sillok.processors.engine;

import io.sillok.platform.kafka.KafkaSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A [DecidingMain] as a child process.
final class DecidingProcess implements AutoCloseable {

    private final Process process;
    private final Path output;

    private DecidingProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /// Starts it; it is not ready yet.
    ///
    /// @param directory for its state, and its output beside that
    static DecidingProcess start(KafkaSettings kafka, Path directory) {
        try {
            var output = Files.createTempFile(directory.getParent(), "deciding", ".log");
            var process =
                    new ProcessBuilder(
                                    List.of(
                                            Path.of(System.getProperty("java.home"), "bin", "java")
                                                    .toString(),
                                            "-Xmx192m",
                                            "-XX:TieredStopAtLevel=1",
                                            "--enable-native-access=ALL-UNNAMED",
                                            "-classpath",
                                            System.getProperty("java.class.path"),
                                            DecidingMain.class.getName(),
                                            kafka.bootstrapServers(),
                                            Integer.toString(kafka.partitions()),
                                            directory.toString()))
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            return new DecidingProcess(process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether it has been ready.
    boolean wasReady() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8).contains(DecidingMain.READY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// SIGKILL.
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /// SIGSTOP.
    void freeze() {
        signal("STOP");
    }

    /// SIGCONT.
    void wake() {
        signal("CONT");
    }

    /// SIGTERM, as an operator would.
    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
