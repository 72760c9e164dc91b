package io.sillok.platform.blobs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// Keeps bytes under their own SHA-256. Thread-safe; several processes may share one store.
///
/// Bytes come in two steps. [#stage] reads them to local disk, where they can be looked into;
/// [#commit] makes them visible to everybody, completely or not at all. What is staged and not
/// committed disappears when its [StagedBlob] is closed, or within an hour if the process died.
///
/// Every method throws [BlobFailure] when the store itself fails.
public interface BlobStore {

    /// Reads `bytes` to their end, or to one byte beyond `limit`. Does not close them.
    ///
    /// @throws IOException when reading `bytes` fails, for example because the sender went away;
    ///   nothing is left behind
    Staging stage(InputStream bytes, long limit) throws IOException;

    /// Stores what was staged by this store. Bytes that are there already are not stored twice, but
    /// count as stored now. Durable on return.
    BlobAddress commit(StagedBlob blob);

    Optional<BlobInfo> find(BlobAddress address);

    /// All bytes of a blob. The caller closes the stream.
    ///
    /// @throws BlobFailure also when there is no such blob
    InputStream open(BlobAddress address);

    /// `length` bytes of a blob, fewer when it ends before. The caller closes the stream.
    ///
    /// @param from from 0
    /// @throws BlobFailure also when there is no such blob
    InputStream openRange(BlobAddress address, long from, long length);

    /// The blob as a local file, for those who must jump about in it.
    ///
    /// @throws BlobFailure also when there is no such blob
    LocalBlob local(BlobAddress address);

    /// Removes a blob that was last committed before `instant`. The age is looked at again in the
    /// act of removing, so a blob that somebody commits meanwhile stays.
    ///
    /// @return whether it was removed
    boolean deleteIfStoredBefore(BlobAddress address, Instant instant);

    /// Every blob there is, in no order. The caller closes the stream.
    Stream<BlobInfo> list();

    /// How the store is. Never throws.
    BlobHealth health();

    /// Stages and commits bytes that are in memory already.
    default BlobAddress put(byte[] bytes) {
        try {
            return switch (stage(new ByteArrayInputStream(bytes), bytes.length)) {
                case Staging.Staged(var blob) -> {
                    try (blob) {
                        yield commit(blob);
                    }
                }
                case Staging.TooLarge _ ->
                        throw new IllegalStateException("an array is not longer than itself");
            };
        } catch (IOException e) {
            throw new BlobFailure("reading from memory failed", e);
        }
    }
}
