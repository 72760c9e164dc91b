package io.sillok.platform.blobs.partial;

import java.time.Instant;
import java.util.regex.Pattern;

/// A file that is not whole yet, or was a moment ago.
///
/// **The last byte counts only when the upload is finished.** Until whoever takes it has made
/// something of it, the offset stops one byte short of the length, so a sender who was cut off
/// always has something left to send, and by sending it asks again for what must still happen.
///
/// @param id 1 to 64 letters, digits and hyphens
/// @param owner who began it; nobody else finds it
/// @param length of the whole file, in bytes, at least 1
/// @param offset how many bytes are on the disk for good; the length itself when it is finished
/// @param note what its owner said of it, kept as it is
/// @param expires when nothing more is taken, finished or not
public record PartialUpload(
        String id, String owner, long length, long offset, String note, Instant expires) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    public PartialUpload {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("the id of an upload is the name of a file");
        }
        if (length < 1 || offset < 0 || offset > length) {
            throw new IllegalArgumentException("an upload has bytes and an offset within them");
        }
    }

    /// An upload of which nothing has come yet.
    public static PartialUpload begun(
            String id, String owner, long length, String note, Instant expires) {
        return new PartialUpload(id, owner, length, 0, note, expires);
    }

    public boolean isFinished() {
        return offset == length;
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expires);
    }

    /// The same with so many bytes on the disk, of which the last does not count yet.
    PartialUpload received(long bytes) {
        return at(Math.min(bytes, length - 1));
    }

    PartialUpload finished() {
        return at(length);
    }

    private PartialUpload at(long bytes) {
        return new PartialUpload(id, owner, length, bytes, note, expires);
    }
}
