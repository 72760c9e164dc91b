package io.sillok.platform.blobs;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.sillok.platform.blobs.partial.PartialUploads;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// Where files are kept. All services of an installation must be told the same place.
public sealed interface BlobSettings {

    String UPLOADS = "uploads";

    /// In a folder that all services see.
    record InFolder(Path folder) implements BlobSettings {}

    /// In a bucket.
    record InBucket(S3Settings bucket) implements BlobSettings {}

    /// The settings as they stand in a settings file: without the name of a bucket, the folder
    /// counts.
    ///
    /// @param folder for the files; when a bucket is given only for those on their way in
    /// @param s3Endpoint empty for AWS itself
    /// @param s3AccessKey empty: the credentials of the environment
    /// @throws IllegalArgumentException when there is an access key without its secret
    @JsonCreator
    static BlobSettings of(
            @JsonProperty("folder") Path folder,
            @JsonProperty("s3_bucket") Optional<String> s3Bucket,
            @JsonProperty("s3_endpoint") Optional<URI> s3Endpoint,
            @JsonProperty("s3_region") Optional<String> s3Region,
            @JsonProperty("s3_prefix") Optional<String> s3Prefix,
            @JsonProperty("s3_access_key") Optional<String> s3AccessKey,
            @JsonProperty("s3_secret_key") Optional<String> s3SecretKey) {
        return s3Bucket.<BlobSettings>map(
                        bucket ->
                                new InBucket(
                                        new S3Settings(
                                                s3Endpoint,
                                                s3Region.orElse("us-east-1"),
                                                bucket,
                                                s3Prefix.orElse(""),
                                                S3Settings.Credentials.of(s3AccessKey, s3SecretKey),
                                                folder)))
                .orElseGet(() -> new InFolder(folder));
    }

    /// Opens the store.
    ///
    /// @throws BlobFailure when the folder cannot be used
    default BlobStore open() {
        return switch (this) {
            case InFolder(var folder) -> FileBlobStore.open(folder);
            case InBucket(var bucket) -> S3BlobStore.open(bucket);
        };
    }

    /// Opens the place of uploads that come in pieces. It is a folder also where files are in a
    /// bucket: then below the one for files on their way in.
    ///
    /// @throws BlobFailure when the folder cannot be used
    default PartialUploads openUploads() {
        return switch (this) {
            case InFolder(var folder) -> PartialUploads.in(folder.resolve(UPLOADS));
            case InBucket(var bucket) -> PartialUploads.in(bucket.staging().resolve(UPLOADS));
        };
    }
}
