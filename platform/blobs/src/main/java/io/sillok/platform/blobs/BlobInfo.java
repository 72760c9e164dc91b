package io.sillok.platform.blobs;

import java.time.Instant;

/// What a store knows of a blob.
///
/// @param size in bytes
/// @param storedAt when the same bytes were last committed; age is counted from here
public record BlobInfo(BlobAddress address, long size, Instant storedAt) {}
