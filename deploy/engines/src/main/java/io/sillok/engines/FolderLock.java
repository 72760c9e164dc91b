package io.sillok.engines;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A lock on a file by which processes agree whose a folder is. It ends with the channel, and so at
/// the latest with the process.
public final class FolderLock {

    private FolderLock() {}

    /// Takes the lock; empty when somebody holds it, this very process included.
    ///
    /// @param file made when missing
    public static Optional<FileChannel> take(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException _) {
            // held by this very process: the same answer
        }
        channel.close();
        return Optional.empty();
    }
}
