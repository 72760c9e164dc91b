package io.sillok.queryapi;

import io.sillok.platform.blobs.BlobStore;
import io.sillok.platform.blobs.FileBlobStore;
import io.sillok.platform.blobs.S3BlobStore;
import io.sillok.platform.blobs.S3Settings;
import java.nio.file.Path;
import java.util.Optional;

/// Where the files are that are handed out.
///
/// @param folder of the files themselves, unless a bucket is given
/// @param bucket instead of the folder
public record FileStoreSettings(Path folder, Optional<S3Settings> bucket) {

    public static FileStoreSettings inFolder(Path folder) {
        return new FileStoreSettings(folder, Optional.empty());
    }

    /// Opens the store.
    BlobStore open() {
        return bucket.<BlobStore>map(S3BlobStore::open).orElseGet(() -> FileBlobStore.open(folder));
    }
}
