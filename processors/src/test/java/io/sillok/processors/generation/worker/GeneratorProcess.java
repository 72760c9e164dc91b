package io.sillok.processors.generation.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sillok.platform.kafka.KafkaSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A running [GeneratorMain].
record GeneratorProcess(Process process, Path output) implements AutoCloseable {

    static GeneratorProcess start(Path folder, KafkaSettings kafka, URI endpoint, String model)
            throws IOException {
        Path output = Files.createTempFile(folder, "generator", ".log");
        Process process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Xmx256m",
                                        "-XX:TieredStopAtLevel=1",
                                        "-classpath",
                                        System.getProperty("java.class.path"),
                                        GeneratorMain.class.getName(),
                                        kafka.bootstrapServers(),
                                        kafka.namespace().value(),
                                        Integer.toString(kafka.partitions()),
                                        endpoint.toString(),
                                        model))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        return new GeneratorProcess(process, output);
    }

    boolean isReady() {
        try {
            return Files.readString(output, UTF_8).contains("generator ready");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    /// SIGKILL.
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
