package io.sillok.processors.engine.janitor;

import io.sillok.platform.blobs.BlobAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/// What the log knows of blobs.
interface BlobReferences {

    /// Why it cannot be told which blobs are referred to; [Standing.Current] when it can.
    ///
    /// @param before commands taken before that must be settled
    Standing standing(Instant before) throws InterruptedException;

    /// Those of the blobs that an event refers to.
    Set<BlobAddress> among(Collection<BlobAddress> blobs);

    /// Whether the references may be relied on.
    sealed interface Standing {

        /// Every event that was on the log when this was asked is known.
        record Current() implements Standing {}

        /// Something may still refer to a blob without being known.
        ///
        /// @param reason kebab-case
        record Behind(String reason) implements Standing {}
    }
}
