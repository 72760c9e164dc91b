package io.sillok.platform.blobs.partial;

/// What became of bytes that were read into an upload.
public sealed interface Appending {

    /// They are on the disk.
    ///
    /// @param whole nothing is missing now
    record Appended(boolean whole) implements Appending {}

    /// There were more than the upload has room for.
    record TooLong() implements Appending {}

    /// They are not what their sender calculated; none of them was kept.
    record Mismatch() implements Appending {}

    /// The upload expired while they came.
    record Expired() implements Appending {}
}
