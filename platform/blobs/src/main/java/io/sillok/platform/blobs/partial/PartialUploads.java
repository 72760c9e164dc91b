package io.sillok.platform.blobs.partial;

import io.sillok.platform.blobs.BlobFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Uploads under way, in one folder. Thread-safe; several processes that see the folder, also over
/// a network, go on with each other's uploads.
///
/// Who writes an upload has a lock of the operating system on it, which ends with the process. The
/// quota is exact within one process; others that let an upload of the same owner in at the very
/// same moment do not see each other's.
///
/// Every method throws [BlobFailure] when the folder itself fails.
public final class PartialUploads {

    /// What expired can still be asked for so long.
    public static final Duration GRACE = Duration.ofHours(1);

    private final UploadFiles files;
    private final InstantSource clock;
    private final WriteLocks locks = new WriteLocks();
    private final Lock creating = new ReentrantLock();

    private PartialUploads(UploadFiles files, InstantSource clock) {
        this.files = files;
        this.clock = clock;
    }

    /// Opens a folder, which is created when missing, and clears it of what has expired.
    public static PartialUploads in(Path folder) {
        return in(folder, InstantSource.system());
    }

    static PartialUploads in(Path folder, InstantSource clock) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new BlobFailure("the folder of uploads cannot be used", e);
        }
        PartialUploads uploads = new PartialUploads(new UploadFiles(folder), clock);
        uploads.removeExpired();
        return uploads;
    }

    /// Begins an upload.
    public Creation create(PartialUpload upload, Quota quota) {
        creating.lock();
        try {
            Optional<PartialUpload> known = files.find(upload.owner(), upload.id());
            if (known.isPresent()) {
                return new Creation.Existing(known.get());
            }
            List<PartialUpload> unfinished = unfinished(upload.owner());
            if (unfinished.size() >= quota.uploads()) {
                return new Creation.TooMany();
            }
            long bytes = unfinished.stream().mapToLong(PartialUpload::length).sum();
            if (bytes + upload.length() > quota.bytes()) {
                return new Creation.TooLong();
            }
            files.create(upload);
            return new Creation.Created(upload);
        } finally {
            creating.unlock();
        }
    }

    /// An upload of this owner as it is on the disk, expired or not.
    public Optional<PartialUpload> find(String owner, String id) {
        return files.find(owner, id);
    }

    /// Opens an upload of this owner for writing, unless somebody else has. The caller closes the
    /// writer.
    public Opening open(String owner, String id) {
        Optional<PartialUpload> found = files.find(owner, id);
        if (found.isEmpty()) {
            return new Opening.Missing();
        }
        return found.get().isFinished() ? new Opening.Finished(found.get()) : lock(found.get());
    }

    /// Forgets an upload that nobody writes.
    public void forget(PartialUpload upload) {
        files.delete(upload);
    }

    /// Forgets all uploads of an owner, finished or not, and what a killed process left of others.
    /// Those that somebody writes at the moment stay.
    public Remains forgetAll(String owner) {
        List<PartialUpload> all = files.of(owner);
        long left = all.stream().filter(upload -> !isForgotten(upload)).count();
        if (left == 0) {
            files.deleteLeftovers(owner);
        }
        return new Remains(all.size() - left, left);
    }

    /// What there is of somebody's uploads.
    ///
    /// @param gone were there and are not any more
    /// @param left are being written
    public record Remains(long gone, long left) {}

    private boolean isForgotten(PartialUpload upload) {
        return switch (open(upload.owner(), upload.id())) {
            case Opening.Opened(var writer) -> {
                try (writer) {
                    writer.remove();
                }
                yield true;
            }
            case Opening.Finished _, Opening.Missing _ -> {
                files.delete(upload);
                yield true;
            }
            case Opening.Busy _ -> false;
        };
    }

    /// Removes what expired more than [#GRACE] ago, and what a killed process left half-made.
    ///
    /// @return how many files
    public int removeExpired() {
        Instant before = clock.instant().minus(GRACE);
        return files.folders().stream()
                .mapToInt(folder -> files.deleteExpired(folder, before))
                .sum();
    }

    private List<PartialUpload> unfinished(String owner) {
        Instant now = clock.instant();
        return files.of(owner).stream()
                .filter(upload -> !upload.isFinished() && !upload.isExpired(now))
                .toList();
    }

    private Opening lock(PartialUpload seen) {
        Optional<WriteLocks.Held> held;
        try {
            held = locks.take(seen.id(), files.bytes(seen));
        } catch (NoSuchFileException _) {
            // finished or removed since it was looked at
            return files.find(seen.owner(), seen.id())
                    .filter(PartialUpload::isFinished)
                    .<Opening>map(Opening.Finished::new)
                    .orElseGet(Opening.Missing::new);
        } catch (IOException e) {
            throw new BlobFailure("an upload could not be opened", e);
        }
        return held.isEmpty() ? new Opening.Busy() : locked(seen, held.get());
    }

    /// Whoever had the lock before may have moved the upload on.
    private Opening locked(PartialUpload seen, WriteLocks.Held held) {
        Optional<PartialUpload> now = Optional.empty();
        try {
            now = files.find(seen.owner(), seen.id());
        } finally {
            if (now.isEmpty() || now.get().isFinished()) {
                held.close();
            }
        }
        return now.<Opening>map(
                        upload ->
                                upload.isFinished()
                                        ? new Opening.Finished(upload)
                                        : new Opening.Opened(
                                                new UploadWriter(files, upload, held, clock)))
                .orElseGet(Opening.Missing::new);
    }
}
