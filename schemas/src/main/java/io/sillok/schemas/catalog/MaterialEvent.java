package io.sillok.schemas.catalog;

import java.util.Optional;

/// What happened to a learning material.
public sealed interface MaterialEvent {

    MaterialId material();

    /// A file was taken in; nothing is known of its content yet.
    ///
    /// @param owner id of who uploaded it
    record Received(
            MaterialId material,
            String title,
            Optional<String> description,
            Optional<CategoryId> category,
            StoredFile file,
            String owner)
            implements MaterialEvent {}

    record Edited(
            MaterialId material,
            String title,
            Optional<String> description,
            Optional<CategoryId> category)
            implements MaterialEvent {}

    record Withdrawn(MaterialId material) implements MaterialEvent {}

    /// Its owner was erased: it is no longer in the library, and nothing of what it says is kept.
    record Forgotten(MaterialId material) implements MaterialEvent {}

    record ScanBegun(MaterialId material) implements MaterialEvent {}

    /// The file may be read and found from now on.
    ///
    /// @param duplicateOf an earlier material with the same bytes, as far as was known then
    record Cleared(MaterialId material, Extract extract, Optional<MaterialId> duplicateOf)
            implements MaterialEvent {}

    record FoundInfected(MaterialId material, String signature) implements MaterialEvent {}

    record FoundUnscannable(MaterialId material, String reason) implements MaterialEvent {}

    record ScanFailed(MaterialId material, String reason) implements MaterialEvent {}
}
