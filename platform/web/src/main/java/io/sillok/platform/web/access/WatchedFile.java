package io.sillok.platform.web.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What stands in a file that others replace, read again whenever they did. Thread-safe.
final class WatchedFile<T> {

    private final Path file;
    private final Reading<T> reading;
    private final AtomicReference<@Nullable Read<T>> last = new AtomicReference<>();

    WatchedFile(Path file, Reading<T> reading) {
        this.file = file;
        this.reading = reading;
    }

    /// @throws IOException when the file is not there or cannot be understood
    T current() throws IOException {
        Stamp stamp = Stamp.of(file);
        Read<T> known = last.get();
        if (known != null && known.stamp().equals(stamp)) {
            return known.content();
        }
        Read<T> read = new Read<>(stamp, reading.read(file));
        last.set(read);
        return read.content();
    }

    /// How the file is understood.
    interface Reading<T> {
        T read(Path file) throws IOException;
    }

    /// A file that was replaced differs in its key even within one tick of the clock.
    private record Stamp(FileTime modified, long size, String key) {

        static Stamp of(Path file) throws IOException {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(
                    attributes.lastModifiedTime(),
                    attributes.size(),
                    String.valueOf(attributes.fileKey()));
        }
    }

    private record Read<T>(Stamp stamp, T content) {}
}
