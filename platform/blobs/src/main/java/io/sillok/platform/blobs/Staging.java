package io.sillok.platform.blobs;

/// What became of bytes that were read into a store.
public sealed interface Staging {

    /// They are on local disk. The receiver closes the blob.
    record Staged(StagedBlob blob) implements Staging {}

    /// There were more than allowed; nothing was kept.
    ///
    /// @param limit in bytes
    record TooLarge(long limit) implements Staging {}
}
