package io.sillok.platform.testkit.ledger;

import io.sillok.schemas.wire.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Every attempt of a load, written to a file as JSON lines at once, so that it outlives whatever
/// the test kills. Thread-safe.
public final class Ledger implements AutoCloseable {

    private final Path file;
    private final BufferedWriter writer;

    public Ledger(Path file) throws IOException {
        this.file = file;
        this.writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }

    public synchronized void record(Attempt attempt) {
        try {
            writer.write(new String(Json.bytes(attempt), StandardCharsets.UTF_8));
            writer.newLine();
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All attempts written so far.
    public synchronized List<Attempt> attempts() {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .map(line -> Json.readOwn(line.getBytes(StandardCharsets.UTF_8), Attempt.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
