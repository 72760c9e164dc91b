package io.sillok.standalone.stage;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.schemas.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// The client that most people use tus by, `tus-js-client`, in Node.js.
///
/// @param folder where it is installed
public record TusClient(Path folder) {

    private static final Path SOURCES = Path.of("src", "test", "node", "tus");
    private static final List<String> FILES =
            List.of("package.json", "package-lock.json", "upload.mjs");

    /// Whether there is what it needs.
    ///
    /// @param program `node` or `npm`
    public static boolean has(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
    }

    /// Installs it below `target`, from the registry that npm is set to.
    public static TusClient install() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "tus-client"));
            for (String file : FILES) {
                Files.copy(
                        SOURCES.resolve(file),
                        folder.resolve(file),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Process npm = start(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            String said = output(npm);
            if (npm.waitFor() != 0) {
                throw new IllegalStateException("npm ci failed: " + said);
            }
            return new TusClient(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while npm was at work", e);
        }
    }

    /// Begins to upload a file in a process of its own.
    public Process upload(URI endpoint, String token, Path file, String title) {
        try {
            return start(
                    folder,
                    "node",
                    "upload.mjs",
                    endpoint.toString(),
                    token,
                    file.toAbsolutePath().toString(),
                    title);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What an upload says at its end: `url` and `result`, or `error`.
    public static JsonNode outcome(Process upload) {
        String said = output(upload);
        return said.lines()
                .filter(line -> line.startsWith("{"))
                .findFirst()
                .map(line -> Json.readOwn(line.getBytes(StandardCharsets.UTF_8), JsonNode.class))
                .orElseThrow(() -> new AssertionError("the client ended without a word: " + said));
    }

    private static Process start(Path folder, String... command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private static String output(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
