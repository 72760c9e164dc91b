package io.sillok.standalone.home;

import io.sillok.engines.FolderLock;
import io.sillok.standalone.LaunchFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// The folder that holds everything of one platform. It belongs to one running platform at a time,
/// by a lock that ends with its process.
public final class DataFolder implements AutoCloseable {

    private static final String FORMAT = "format";
    private static final String CURRENT_FORMAT = "1";
    private static final String LOCK = "platform.lock";

    /// What may be in a folder that was never used.
    private static final Set<String> HARMLESS = Set.of("sillok.properties", "demo", FORMAT, LOCK);

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /// Makes a folder ours, creating it where there is none, until it is closed.
    ///
    /// @throws LaunchFailure when it cannot be used, is not one of ours, or is in use
    public static DataFolder claim(Path path) {
        try {
            Files.createDirectories(path);
            requireOurs(path);
            var folder = new DataFolder(path, lock(path));
            var marked = false;
            try {
                folder.mark();
                marked = true;
                return folder;
            } finally {
                if (!marked) {
                    folder.close();
                }
            }
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    public Layout layout() {
        return new Layout(path);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    /// A failed use of a file in a data folder, in a person's words.
    static LaunchFailure unusable(Path path, IOException cause) {
        var said = String.valueOf(cause.getMessage());
        if (said.contains("No space left") || said.contains("quota exceeded")) {
            return new LaunchFailure(
                    "the disk of %s is full: make room, or choose another folder with --data"
                            .formatted(path),
                    cause);
        }
        if (cause instanceof FileAlreadyExistsException) {
            return new LaunchFailure(
                    "%s is not a folder: choose another one with --data".formatted(path), cause);
        }
        return new LaunchFailure(
                "%s cannot be written by user %s (%s): give access, or choose another folder with --data"
                        .formatted(path, System.getProperty("user.name"), reason(cause)),
                cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        return cause instanceof FileSystemException failure && failure.getReason() != null
                ? failure.getReason()
                : cause.getClass().getSimpleName();
    }

    private static FileChannel lock(Path path) throws IOException {
        return FolderLock.take(path.resolve(LOCK)).orElseThrow(() -> inUse(path));
    }

    private static LaunchFailure inUse(Path path) {
        var who = Running.on(path).map(running -> " (process " + running.pid() + ")").orElse("");
        return new LaunchFailure(
                "a platform runs on %s already%s: stop it, or choose another folder with --data"
                        .formatted(path, who));
    }

    /// Looks before anything is written.
    private static void requireOurs(Path path) throws IOException {
        var file = path.resolve(FORMAT);
        if (!Files.exists(file) || Files.size(file) == 0) {
            requireUnused(path);
            return;
        }
        var format = Files.readString(file).strip();
        if (!format.equals(CURRENT_FORMAT)) {
            throw new LaunchFailure(
                    "%s has format '%s' and this release reads %s: use the release that wrote it, or choose another folder with --data"
                            .formatted(path, format, CURRENT_FORMAT));
        }
    }

    private void mark() throws IOException {
        Files.writeString(path.resolve(FORMAT), CURRENT_FORMAT + "\n");
    }

    private static void requireUnused(Path path) throws IOException {
        try (var content = Files.list(path)) {
            var names = content.map(entry -> entry.getFileName().toString());
            var foreign = names.filter(name -> !HARMLESS.contains(name)).findFirst();
            if (foreign.isPresent()) {
                throw new LaunchFailure(
                        "%s holds '%s' and is no data folder of Sillok: choose a new one with --data"
                                .formatted(path, foreign.get()));
            }
        }
    }
}
