package io.sillok.platform.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Blobs as files `ab/cd/abcd…` below one folder. Thread-safe; several processes on one file system
/// may share the folder.
///
/// A blob appears by one atomic rename of a file that is on the disk already, so nobody ever sees
/// half of one. Committing bytes that are there replaces the file by an equal one: that renews its
/// age atomically, which a janitor beside it relies on.
public final class FileBlobStore implements BlobStore {

    private static final String STAGING = "staging";
    private static final Pattern SHARD = Pattern.compile("[0-9a-f]{2}");

    private final Path root;
    private final StagingArea staging;

    private FileBlobStore(Path root, StagingArea staging) {
        this.root = root;
        this.staging = staging;
    }

    /// Opens a store in a folder, which is created when missing.
    ///
    /// @throws BlobFailure when the folder cannot be written
    public static FileBlobStore open(Path root) {
        return new FileBlobStore(root, StagingArea.open(root.resolve(STAGING)));
    }

    @Override
    public Staging stage(InputStream bytes, long limit) throws IOException {
        return staging.stage(bytes, limit);
    }

    @Override
    public BlobAddress commit(StagedBlob blob) {
        Path target = path(blob.address());
        try {
            makeFolder(blob.address());
            Files.setLastModifiedTime(blob.path(), FileTime.from(Instant.now()));
            move(blob.path(), target);
            force(inner(blob.address()));
            return blob.address();
        } catch (IOException e) {
            throw new BlobFailure("a blob could not be stored", e);
        }
    }

    @Override
    public Optional<BlobInfo> find(BlobAddress address) {
        return info(address, path(address));
    }

    @Override
    public InputStream open(BlobAddress address) {
        return Channels.newInputStream(channel(address));
    }

    @Override
    public InputStream openRange(BlobAddress address, long from, long length) {
        FileChannel channel = channel(address);
        try {
            return new BoundedStream(Channels.newInputStream(channel.position(from)), length);
        } catch (IOException e) {
            throw new BlobFailure("a blob could not be read", e);
        }
    }

    @Override
    public LocalBlob local(BlobAddress address) {
        if (find(address).isEmpty()) {
            throw missing(address);
        }
        return new LocalBlob(path(address), false);
    }

    @Override
    public boolean deleteIfStoredBefore(BlobAddress address, Instant instant) {
        if (find(address).filter(blob -> blob.storedAt().isBefore(instant)).isEmpty()) {
            return false;
        }
        Path aside = staging.fresh();
        try {
            move(path(address), aside);
            if (storedAt(aside).isBefore(instant)) {
                Files.delete(aside);
                return true;
            }
            move(aside, path(address));
            return false;
        } catch (NoSuchFileException _) {
            return false;
        } catch (IOException e) {
            throw new BlobFailure("a blob could not be removed", e);
        }
    }

    @Override
    public Stream<BlobInfo> list() {
        return children(root).stream()
                .filter(folder -> SHARD.matcher(folder.getFileName().toString()).matches())
                .flatMap(folder -> children(folder).stream())
                .flatMap(folder -> children(folder).stream())
                .filter(path -> BlobAddress.looksLike(path.getFileName().toString()))
                .flatMap(path -> info(address(path), path).stream());
    }

    @Override
    public BlobHealth health() {
        return BlobHealth.ofDisk(root);
    }

    private FileChannel channel(BlobAddress address) {
        try {
            return FileChannel.open(path(address), StandardOpenOption.READ);
        } catch (NoSuchFileException _) {
            throw missing(address);
        } catch (IOException e) {
            throw new BlobFailure("a blob could not be read", e);
        }
    }

    /// A new folder is durable once its parent is.
    private void makeFolder(BlobAddress address) throws IOException {
        Path inner = inner(address);
        if (Files.isDirectory(inner)) {
            return;
        }
        Files.createDirectories(inner);
        force(outer(address));
        force(root);
    }

    private Path outer(BlobAddress address) {
        return root.resolve(address.sha256().substring(0, 2));
    }

    private Path inner(BlobAddress address) {
        return outer(address).resolve(address.sha256().substring(2, 4));
    }

    private static BlobFailure missing(BlobAddress address) {
        return new BlobFailure("blob " + address + " is missing");
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        } catch (NotDirectoryException _) {
            return List.of();
        } catch (IOException | UncheckedIOException e) {
            throw new BlobFailure("the blobs could not be listed", e);
        }
    }

    private Path path(BlobAddress address) {
        return inner(address).resolve(address.sha256());
    }

    private static BlobAddress address(Path path) {
        return new BlobAddress(path.getFileName().toString());
    }

    private static Optional<BlobInfo> info(BlobAddress address, Path path) {
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return Optional.of(
                    new BlobInfo(
                            address, attributes.size(), attributes.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new BlobFailure("a blob could not be looked at", e);
        }
    }

    private static Instant storedAt(Path path) throws IOException {
        return Files.getLastModifiedTime(path).toInstant();
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("blobs and their staging are not on one file system", e);
        }
    }

    /// Makes the names in a folder durable, as POSIX asks for after a rename.
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
