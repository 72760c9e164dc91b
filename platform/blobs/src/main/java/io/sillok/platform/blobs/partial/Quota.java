package io.sillok.platform.blobs.partial;

/// How much one owner may have under way.
///
/// @param uploads how many unfinished ones
/// @param bytes how long they may be together, whatever has come of them
public record Quota(int uploads, long bytes) {

    public Quota {
        if (uploads < 1 || bytes < 1) {
            throw new IllegalArgumentException("a quota lets at least one byte in");
        }
    }
}
