package io.sillok.platform.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Blobs as objects `<prefix>ab/cd/abcd…` of one bucket. Thread-safe.
///
/// Bytes are staged on local disk and then put in one request, so an object is there completely or
/// not at all. S3 has no removal that is conditional on age: between the last look at a blob's age
/// and its removal a commit of the same bytes could slip in, within milliseconds and only for bytes
/// that nothing had referred to for the whole grace period.
public final class S3BlobStore implements BlobStore, AutoCloseable {

    private final S3Client client;
    private final String bucket;
    private final String prefix;
    private final StagingArea staging;

    private S3BlobStore(S3Client client, S3Settings settings, StagingArea staging) {
        this.client = client;
        this.bucket = settings.bucket();
        this.prefix = settings.prefix();
        this.staging = staging;
    }

    /// Opens a store; the bucket is not contacted yet.
    public static S3BlobStore open(S3Settings settings) {
        return new S3BlobStore(client(settings), settings, StagingArea.open(settings.staging()));
    }

    private static S3Client client(S3Settings settings) {
        S3ClientBuilder builder =
                S3Client.builder()
                        .region(Region.of(settings.region()))
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(Duration.ofSeconds(2))
                                        .socketTimeout(Duration.ofSeconds(30)))
                        // S3 of other makers does not know the newer checksums
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .forcePathStyle(settings.endpoint().isPresent());
        settings.endpoint().ifPresent(builder::endpointOverride);
        settings.credentials()
                .map(key -> AwsBasicCredentials.create(key.accessKey(), key.secretKey()))
                .ifPresent(
                        key -> builder.credentialsProvider(StaticCredentialsProvider.create(key)));
        return builder.build();
    }

    @Override
    public Staging stage(InputStream bytes, long limit) throws IOException {
        return staging.stage(bytes, limit);
    }

    @Override
    public BlobAddress commit(StagedBlob blob) {
        return attempt(
                () -> {
                    client.putObject(
                            put -> put.bucket(bucket).key(key(blob.address())),
                            RequestBody.fromFile(blob.path()));
                    return blob.address();
                });
    }

    @Override
    public Optional<BlobInfo> find(BlobAddress address) {
        return attempt(
                () -> {
                    try {
                        var head = client.headObject(look -> look.bucket(bucket).key(key(address)));
                        return Optional.of(
                                new BlobInfo(address, head.contentLength(), head.lastModified()));
                    } catch (NoSuchKeyException _) {
                        return Optional.empty();
                    }
                });
    }

    @Override
    public InputStream open(BlobAddress address) {
        return attempt(() -> client.getObject(get -> get.bucket(bucket).key(key(address))));
    }

    @Override
    public InputStream openRange(BlobAddress address, long from, long length) {
        if (length <= 0) {
            return InputStream.nullInputStream();
        }
        String range = "bytes=" + from + "-" + (from + length - 1);
        return attempt(
                () -> client.getObject(get -> get.bucket(bucket).key(key(address)).range(range)));
    }

    @Override
    public LocalBlob local(BlobAddress address) {
        Path copy = staging.fresh();
        return attempt(
                () -> {
                    client.getObject(get -> get.bucket(bucket).key(key(address)), copy);
                    return new LocalBlob(copy, true);
                });
    }

    @Override
    public boolean deleteIfStoredBefore(BlobAddress address, Instant instant) {
        if (find(address).filter(blob -> blob.storedAt().isBefore(instant)).isEmpty()) {
            return false;
        }
        return attempt(
                () -> {
                    client.deleteObject(delete -> delete.bucket(bucket).key(key(address)));
                    return true;
                });
    }

    @Override
    public Stream<BlobInfo> list() {
        return attempt(
                () ->
                        client
                                .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix))
                                .contents()
                                .stream()
                                .flatMap(object -> info(object).stream()));
    }

    @Override
    public BlobHealth health() {
        try {
            client.headBucket(look -> look.bucket(bucket));
            return BlobHealth.ofDisk(staging.folder());
        } catch (S3Exception e) {
            return BlobHealth.down("the bucket answers " + e.statusCode());
        } catch (SdkException _) {
            return BlobHealth.down("the bucket cannot be reached");
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private String key(BlobAddress address) {
        return prefix + address.path();
    }

    private static Optional<BlobInfo> info(S3Object object) {
        String name = object.key().substring(object.key().lastIndexOf('/') + 1);
        return BlobAddress.looksLike(name)
                ? Optional.of(
                        new BlobInfo(new BlobAddress(name), object.size(), object.lastModified()))
                : Optional.empty();
    }

    private static <T> T attempt(Supplier<T> call) {
        try {
            return call.get();
        } catch (NoSuchKeyException e) {
            throw new BlobFailure("the blob is missing", e);
        } catch (SdkException e) {
            throw new BlobFailure("the bucket did not answer as it should", e);
        }
    }
}
