package io.sillok.standalone.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/// The processors as a child process, which can be killed and frozen. Used by one thread at a time.
public final class ProcessorsProcess implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(1);

    private final Map<String, String> environment;
    private final Path log;
    private Process process;

    /// Starts it and waits until it says that it is ready.
    ///
    /// @param environment its settings
    /// @param log where its output goes, appended
    ProcessorsProcess(Map<String, String> environment, Path log) {
        this.environment = Map.copyOf(environment);
        this.log = log;
        this.process = launch();
    }

    /// SIGKILL: no goodbye to anyone.
    public void kill() {
        process.destroyForcibly();
        join();
    }

    /// Starts it again and waits until it says that it is ready.
    public void start() {
        process = launch();
    }

    /// SIGSTOP for a while, then SIGCONT: a process that believes no time has passed.
    public void freezeFor(Duration duration) {
        signal("STOP");
        long end = System.nanoTime() + duration.toNanos();
        Awaitility.await().atMost(duration.plusSeconds(5)).until(() -> System.nanoTime() > end);
        signal("CONT");
    }

    @Override
    public void close() {
        process.destroy();
        join();
    }

    private Process launch() {
        long readyBefore = timesReady();
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.sillok.processors.ProcessorsApplication");
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            Process started = builder.start();
            Awaitility.await()
                    .atMost(STARTS_WITHIN)
                    .until(() -> timesReady() > readyBefore || !started.isAlive());
            if (!started.isAlive()) {
                throw new IllegalStateException("processors ended early, see " + log);
            }
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long timesReady() {
        try {
            List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
            return lines.stream().filter(line -> line.contains("processors ready")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void signal(String name) {
        try {
            int exit =
                    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                            .start()
                            .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("kill -" + name + " ended with " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while signalling", e);
        }
    }

    private void join() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a process ends", e);
        }
    }
}
