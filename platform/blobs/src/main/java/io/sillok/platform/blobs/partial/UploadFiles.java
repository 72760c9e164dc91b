package io.sillok.platform.blobs.partial;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sillok.platform.blobs.BlobFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Where uploads lie: in one folder for each owner two files for each upload, `<id>.bytes` and
/// `<id>.upload`, its record. Thread-safe.
///
/// A record is replaced by renaming, so there is always one that is whole. The folder of an owner
/// is named by a digest, because nobody knows what an owner's name may hold.
record UploadFiles(Path root) {

    private static final String RECORD = ".upload";
    private static final String BYTES = ".bytes";

    /// The record of an upload.
    Optional<PartialUpload> find(String owner, String id) {
        try {
            return Optional.of(UploadRecord.parse(Files.readString(record(owner, id), UTF_8)))
                    .filter(upload -> upload.owner().equals(owner));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new BlobFailure("the record of an upload could not be read", e);
        }
    }

    /// Those of one owner, in no order. A damaged record is as good as none.
    List<PartialUpload> of(String owner) {
        Path folder = folder(owner);
        return children(folder).stream()
                .flatMap(file -> id(file).stream())
                .distinct()
                .flatMap(id -> readable(folder, id).stream())
                .filter(upload -> upload.owner().equals(owner))
                .toList();
    }

    List<Path> folders() {
        return children(root).stream().filter(Files::isDirectory).toList();
    }

    Path bytes(PartialUpload upload) {
        return folder(upload.owner()).resolve(upload.id() + BYTES);
    }

    /// Makes the files of a new upload. Durable on return.
    void create(PartialUpload upload) {
        try {
            Files.createDirectories(folder(upload.owner()));
            Files.createFile(bytes(upload));
            write(upload);
            force(root);
        } catch (IOException e) {
            throw new BlobFailure("an upload could not be begun", e);
        }
    }

    /// Replaces the record of an upload that is there. Durable on return.
    ///
    /// @throws BlobFailure also when somebody removed the upload
    void replace(PartialUpload upload) {
        try {
            if (Files.notExists(record(upload.owner(), upload.id()))) {
                throw new BlobFailure("the upload is gone");
            }
            write(upload);
        } catch (IOException e) {
            throw new BlobFailure("the record of an upload could not be written", e);
        }
    }

    /// Removes an upload. Its record goes first: without one there is no upload.
    void delete(PartialUpload upload) {
        try {
            Files.deleteIfExists(record(upload.owner(), upload.id()));
            Files.deleteIfExists(bytes(upload));
        } catch (IOException e) {
            throw new BlobFailure("an upload could not be removed", e);
        }
    }

    void deleteBytes(PartialUpload upload) {
        try {
            Files.deleteIfExists(bytes(upload));
        } catch (IOException e) {
            throw new BlobFailure("the bytes of an upload could not be removed", e);
        }
    }

    /// Removes what lies in an owner's folder and belongs to no upload, and the folder.
    void deleteLeftovers(String owner) {
        Path folder = folder(owner);
        try {
            for (Path file : children(folder)) {
                if (id(file).flatMap(id -> readable(folder, id)).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException _) {
            // somebody else begins an upload just now
        } catch (IOException e) {
            throw new BlobFailure("what is left of uploads could not be removed", e);
        }
    }

    /// Removes the uploads of one owner's folder that expired before an instant, and files that no
    /// record goes with and nobody has touched since then.
    ///
    /// @return how many files
    int deleteExpired(Path folder, Instant before) {
        int removed = 0;
        try {
            for (Path file : children(folder)) {
                if (isOver(folder, file, before) && Files.deleteIfExists(file)) {
                    removed++;
                }
            }
            if (children(folder).isEmpty()) {
                Files.deleteIfExists(folder);
            }
        } catch (NoSuchFileException | DirectoryNotEmptyException _) {
            // somebody else sweeps too, or begins an upload just now
        } catch (IOException e) {
            throw new BlobFailure("expired uploads could not be removed", e);
        }
        return removed;
    }

    private static boolean isOver(Path folder, Path file, Instant before) throws IOException {
        Optional<PartialUpload> upload = id(file).flatMap(id -> readable(folder, id));
        return upload.isPresent()
                ? upload.get().isExpired(before)
                : Files.getLastModifiedTime(file).toInstant().isBefore(before);
    }

    /// A damaged record is as good as none.
    private static Optional<PartialUpload> readable(Path folder, String id) {
        try {
            String text = Files.readString(folder.resolve(id + RECORD), UTF_8);
            return Optional.of(UploadRecord.parse(text));
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private void write(PartialUpload upload) throws IOException {
        Path folder = folder(upload.owner());
        Path fresh = folder.resolve(upload.id() + "." + UUID.randomUUID());
        try (FileChannel file =
                FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var bytes = UTF_8.encode(UploadRecord.format(upload));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(fresh, record(upload.owner(), upload.id()), StandardCopyOption.ATOMIC_MOVE);
        force(folder);
    }

    /// Makes the names in a folder durable, as POSIX asks for after a rename.
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path record(String owner, String id) {
        return folder(owner).resolve(id + RECORD);
    }

    private Path folder(String owner) {
        return root.resolve(HexFormat.of().formatHex(sha256(owner)));
    }

    private static byte[] sha256(String owner) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(owner.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Optional<String> id(Path file) {
        String name = file.getFileName().toString();
        int dot = name.indexOf('.');
        return dot < 1 ? Optional.empty() : Optional.of(name.substring(0, dot));
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        } catch (NoSuchFileException | NotDirectoryException _) {
            return List.of();
        } catch (IOException | UncheckedIOException e) {
            throw new BlobFailure("the uploads could not be listed", e);
        }
    }
}
