package io.sillok.platform.blobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A blob as a file of this machine. Close it when done: it may be a copy that then goes away.
///
/// @param path to read only
/// @param copy whether closing removes the file
public record LocalBlob(Path path, boolean copy) implements AutoCloseable {

    @Override
    public void close() {
        if (!copy) {
            return;
        }
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new BlobFailure("a local copy could not be removed", e);
        }
    }
}
