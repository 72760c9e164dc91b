package io.sillok.processors.catalog.scan;

import io.sillok.platform.blobs.BlobFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder for the files of one scan, gone when closed.
record Scratch(Path folder) implements AutoCloseable {

    /// A new folder in another.
    static Scratch in(Path parent) {
        try {
            return new Scratch(Files.createTempDirectory(parent, "scan-"));
        } catch (IOException e) {
            throw new BlobFailure("a folder for a scan could not be made", e);
        }
    }

    /// The same folder with nothing in it, made when missing.
    static Path emptied(Path folder) {
        delete(folder);
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new BlobFailure("the folder for scans could not be made", e);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        delete(folder);
    }

    private static void delete(Path tree) {
        if (Files.notExists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new BlobFailure("the files of a scan could not be removed", e);
        }
    }
}
