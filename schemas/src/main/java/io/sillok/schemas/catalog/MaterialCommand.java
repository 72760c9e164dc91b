package io.sillok.schemas.catalog;

import java.util.Optional;

/// What can be asked of a learning material. The last two come from the scan worker.
public sealed interface MaterialCommand {

    MaterialId material();

    /// Take in a file that is already in the blob store.
    record Receive(
            MaterialId material,
            String title,
            Optional<String> description,
            Optional<CategoryId> category,
            StoredFile file)
            implements MaterialCommand {}

    /// Replace title, description and category.
    record Edit(
            MaterialId material,
            String title,
            Optional<String> description,
            Optional<CategoryId> category)
            implements MaterialCommand {}

    /// Remove it from the library.
    record Withdraw(MaterialId material) implements MaterialCommand {}

    /// Keep nothing of what it says. Sent by the platform, because its owner was erased.
    record Forget(MaterialId material) implements MaterialCommand {}

    /// A scan of its file begins.
    record BeginScan(MaterialId material, Sha256 sha256) implements MaterialCommand {}

    /// A scan of its file ended.
    record ConcludeScan(MaterialId material, Sha256 sha256, Verdict verdict)
            implements MaterialCommand {}
}
