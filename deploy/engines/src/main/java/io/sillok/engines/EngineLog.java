package io.sillok.engines;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/// What a child process prints: one file that grows from run to run. A run that finds it large
/// moves it to `….1` first.
final class EngineLog {

    private static final long LARGE = 16L << 20;
    private static final int LAST_BYTES = 8 << 10;
    private static final int LAST_LINES = 4;
    private static final Pattern FRAME = Pattern.compile("at |[.]{3} \\d+ more");

    private final Path file;
    private long runStart;

    EngineLog(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /// Makes the file ready for another run.
    void begin() throws IOException {
        Files.createDirectories(file.resolve("..").normalize());
        if (Files.exists(file) && Files.size(file) > LARGE) {
            Files.move(
                    file,
                    file.resolveSibling(file.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        runStart = Files.exists(file) ? Files.size(file) : 0;
    }

    /// Whether the current run has printed this.
    boolean holds(String text) {
        return read(runStart).contains(text);
    }

    /// The last lines of the current run in one line, without the frames of stack traces.
    String end() {
        return lastLines(read(Math.max(runStart, size() - LAST_BYTES)));
    }

    /// The last lines of an output in one line, without the frames of stack traces.
    static String lastLines(String output) {
        var said =
                output.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !FRAME.matcher(line).lookingAt())
                        .toList();
        return String.join(" | ", said.subList(Math.max(0, said.size() - LAST_LINES), said.size()));
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException _) {
            return 0;
        }
    }

    private String read(long from) {
        if (!Files.exists(file)) {
            return "";
        }
        try (var reader = new RandomAccessFile(file.toFile(), "r")) {
            reader.seek(from);
            var bytes = new byte[(int) Math.max(0, Math.min(LARGE, reader.length() - from))];
            reader.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
