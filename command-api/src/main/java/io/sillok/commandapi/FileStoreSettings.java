package io.sillok.commandapi;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.sillok.platform.blobs.BlobStore;
import io.sillok.platform.blobs.FileBlobStore;
import io.sillok.platform.blobs.S3BlobStore;
import io.sillok.platform.blobs.S3Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// Where uploaded files are kept.
///
/// @param folder for the files; when a bucket is given only for those on their way in
/// @param bucket instead of the folder
public record FileStoreSettings(Path folder, Optional<S3Settings> bucket) {

    /// The settings as they stand in a file: without the name of a bucket, the folder counts.
    ///
    /// @param s3Endpoint empty for AWS itself
    /// @param s3AccessKey empty: the credentials of the environment
    @JsonCreator
    static FileStoreSettings of(
            @JsonProperty("folder") Path folder,
            @JsonProperty("s3_bucket") Optional<String> s3Bucket,
            @JsonProperty("s3_endpoint") Optional<URI> s3Endpoint,
            @JsonProperty("s3_region") Optional<String> s3Region,
            @JsonProperty("s3_prefix") Optional<String> s3Prefix,
            @JsonProperty("s3_access_key") Optional<String> s3AccessKey,
            @JsonProperty("s3_secret_key") Optional<String> s3SecretKey) {
        return new FileStoreSettings(
                folder,
                s3Bucket.map(
                        bucket ->
                                new S3Settings(
                                        s3Endpoint,
                                        s3Region.orElse("us-east-1"),
                                        bucket,
                                        s3Prefix.orElse(""),
                                        s3AccessKey.map(
                                                key ->
                                                        new S3Settings.Credentials(
                                                                key, s3SecretKey.orElse(""))),
                                        folder)));
    }

    /// Opens the store.
    public BlobStore open() {
        return bucket.<BlobStore>map(S3BlobStore::open).orElseGet(() -> FileBlobStore.open(folder));
    }
}
