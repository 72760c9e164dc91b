package io.sillok.platform.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder for bytes on their way in. Each file in it belongs to one [StagedBlob] or [LocalBlob];
/// what a killed process left there is removed at the next start. Thread-safe.
final class StagingArea {

    private static final Logger log = LoggerFactory.getLogger(StagingArea.class);
    private static final Duration ORPHANED_AFTER = Duration.ofHours(1);
    private static final int BUFFER = 64 * 1024;

    private final Path folder;

    private StagingArea(Path folder) {
        this.folder = folder;
    }

    /// Opens a folder, which is created when missing, and clears it of orphans.
    static StagingArea open(Path folder) {
        try {
            Files.createDirectories(folder);
            removeOrphans(folder, Instant.now().minus(ORPHANED_AFTER));
        } catch (IOException | UncheckedIOException e) {
            throw new BlobFailure("the staging folder cannot be used", e);
        }
        return new StagingArea(folder);
    }

    Path folder() {
        return folder;
    }

    /// A path in the folder that no file has.
    Path fresh() {
        return folder.resolve(UUID.randomUUID().toString());
    }

    /// Reads bytes into a file, hashing them on the way; the file is on the disk on return.
    Staging stage(InputStream bytes, long limit) throws IOException {
        Path path = fresh();
        boolean kept = false;
        try (FileChannel file = create(path)) {
            MessageDigest digest = sha256();
            long size = copy(bytes, file, digest, limit);
            if (size > limit) {
                return new Staging.TooLarge(limit);
            }
            force(file);
            kept = true;
            String hex = HexFormat.of().formatHex(digest.digest());
            return new Staging.Staged(new StagedBlob(path, new BlobAddress(hex), size));
        } finally {
            if (!kept) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static long copy(InputStream from, FileChannel to, MessageDigest digest, long limit)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int read; (read = from.read(buffer)) >= 0; ) {
            size += read;
            if (size > limit) {
                return size;
            }
            digest.update(buffer, 0, read);
            write(to, ByteBuffer.wrap(buffer, 0, read));
        }
        return size;
    }

    private static FileChannel create(Path path) {
        try {
            return FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new BlobFailure("a staging file could not be created", e);
        }
    }

    private static void write(FileChannel file, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            throw new BlobFailure("a staging file could not be written", e);
        }
    }

    private static void force(FileChannel file) {
        try {
            file.force(true);
        } catch (IOException e) {
            throw new BlobFailure("a staging file could not be made durable", e);
        }
    }

    private static void removeOrphans(Path folder, Instant before) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                removeOrphan(file, before);
            }
        }
    }

    private static void removeOrphan(Path file, Instant before) throws IOException {
        try {
            if (Files.isRegularFile(file)
                    && Files.getLastModifiedTime(file).toInstant().isBefore(before)
                    && Files.deleteIfExists(file)) {
                log.atInfo().addKeyValue("file", file.getFileName()).log("orphan removed");
            }
        } catch (NoSuchFileException _) {
            // another process removed it first
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
