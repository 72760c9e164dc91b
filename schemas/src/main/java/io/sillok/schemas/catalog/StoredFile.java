package io.sillok.schemas.catalog;

/// A file that was taken in: its bytes are in the blob store, this is what is known of them.
///
/// @param name safe to write to any file system
/// @param originalName as the uploader called it
/// @param mediaType agreed on by extension, declaration and content
/// @param size in bytes
/// @param sha256 its address in the blob store
public record StoredFile(
        String name, String originalName, String mediaType, long size, Sha256 sha256) {

    public StoredFile {
        if (size < 1) {
            throw new IllegalArgumentException("a stored file is not empty");
        }
    }

    /// The same bytes without what anybody called them.
    StoredFile unnamed() {
        return new StoredFile("", "", mediaType, size, sha256);
    }
}
