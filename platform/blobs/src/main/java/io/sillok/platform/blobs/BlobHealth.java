package io.sillok.platform.blobs;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// How a blob store is: whether it answers and how much of its local disk is free.
///
/// @param detail one sentence for an operator
/// @param freeShare of the local disk, 0 to 1; 0 when that is not known
public record BlobHealth(Level level, String detail, double freeShare) {

    private static final double WARNING_BELOW = 0.20;
    private static final double CRITICAL_BELOW = 0.10;

    /// How bad it is.
    public enum Level {
        HEALTHY,
        WARNING,
        UNHEALTHY
    }

    /// The health of a folder: it can be written and its disk has room (warning below 20 %,
    /// unhealthy below 10 % free).
    static BlobHealth ofDisk(Path folder) {
        try {
            if (!Files.isWritable(folder)) {
                return down("the folder cannot be written");
            }
            FileStore disk = Files.getFileStore(folder);
            return ofFreeShare((double) disk.getUsableSpace() / Math.max(1, disk.getTotalSpace()));
        } catch (IOException e) {
            return down("the folder cannot be reached");
        }
    }

    static BlobHealth ofFreeShare(double free) {
        String detail = String.format(Locale.ROOT, "%.0f %% of the disk is free", free * 100);
        Level level =
                free < CRITICAL_BELOW
                        ? Level.UNHEALTHY
                        : free < WARNING_BELOW ? Level.WARNING : Level.HEALTHY;
        return new BlobHealth(level, detail, free);
    }

    static BlobHealth down(String detail) {
        return new BlobHealth(Level.UNHEALTHY, detail, 0);
    }
}
