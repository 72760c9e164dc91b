package io.sillok.platform.blobs.inspection;

import io.sillok.platform.blobs.BlobFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A temporary file, gone when closed.
record Spool(Path path) implements AutoCloseable {

    /// Writes a stream to a temporary file.
    ///
    /// @throws IOException when the stream cannot be read; a fault of the disk is a [BlobFailure]
    static Spool of(InputStream in) throws IOException {
        Spool spool = new Spool(create());
        boolean complete = false;
        try (OutputStream out = Files.newOutputStream(spool.path())) {
            byte[] buffer = new byte[64 * 1024];
            for (int read; (read = in.read(buffer)) >= 0; ) {
                write(out, buffer, read);
            }
            complete = true;
            return spool;
        } finally {
            if (!complete) {
                spool.close();
            }
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new BlobFailure("a temporary file could not be removed", e);
        }
    }

    private static Path create() {
        try {
            return Files.createTempFile("sillok-inspection-", ".tmp");
        } catch (IOException e) {
            throw new BlobFailure("a temporary file could not be created", e);
        }
    }

    private static void write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw new BlobFailure("a temporary file could not be written", e);
        }
    }
}
