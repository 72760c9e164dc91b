package io.sillok.platform.blobs.partial;

import io.sillok.platform.blobs.BlobFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Who writes which upload. Thread-safe.
///
/// A lock of the operating system belongs to the process and is lost when any of its channels to
/// the file is closed. So a file that this process has locked must not be opened a second time, and
/// the set is asked first.
final class WriteLocks {

    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    /// Opens and locks the bytes of an upload; empty when somebody else has.
    Optional<Held> take(String upload, Path bytes) throws IOException {
        if (!taken.add(upload)) {
            return Optional.empty();
        }
        boolean kept = false;
        FileChannel channel = null;
        try {
            channel = FileChannel.open(bytes, StandardOpenOption.READ, StandardOpenOption.WRITE);
            kept = isLocked(channel);
            return kept ? Optional.of(new Held(this, upload, channel)) : Optional.empty();
        } finally {
            if (!kept) {
                taken.remove(upload);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /// The lock on one upload, and the only channel to its bytes.
    record Held(WriteLocks locks, String upload, FileChannel bytes) implements AutoCloseable {

        @Override
        public void close() {
            try {
                bytes.close();
            } catch (IOException e) {
                throw new BlobFailure("the bytes of an upload could not be closed", e);
            } finally {
                locks.taken.remove(upload);
            }
        }
    }
}
