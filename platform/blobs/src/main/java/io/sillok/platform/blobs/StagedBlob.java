package io.sillok.platform.blobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Bytes on local disk that are not in the store yet. Closing it discards them unless they were
/// committed. Belongs to one thread at a time.
public final class StagedBlob implements AutoCloseable {

    private final Path path;
    private final BlobAddress address;
    private final long size;

    StagedBlob(Path path, BlobAddress address, long size) {
        this.path = path;
        this.address = address;
        this.size = size;
    }

    /// The file that holds the bytes, to look into; do not change it.
    public Path path() {
        return path;
    }

    /// Where the bytes will be once committed.
    public BlobAddress address() {
        return address;
    }

    /// In bytes.
    public long size() {
        return size;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new BlobFailure("a staged file could not be removed", e);
        }
    }
}
