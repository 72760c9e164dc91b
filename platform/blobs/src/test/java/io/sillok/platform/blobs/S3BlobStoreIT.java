package io.sillok.platform.blobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The contract of a blob store, against a real S3 endpoint that keeps its objects on disk.
class S3BlobStoreIT implements BlobStoreContract {

    private static final String BUCKET = "blobs";

    private final Path folder;
    private final BlobStoreContext disk;
    private final S3Proxy endpoint;
    private final S3BlobStore store;

    S3BlobStoreIT(@TempDir Path folder) throws Exception {
        this.folder = folder;
        disk = disk(Files.createDirectories(folder.resolve("objects")));
        assertThat(disk.getBlobStore().createContainerInLocation(null, BUCKET)).isTrue();
        endpoint =
                S3Proxy.builder()
                        .blobStore(disk.getBlobStore())
                        .endpoint(URI.create("http://127.0.0.1:0"))
                        .awsAuthentication(AuthenticationType.AWS_V4, "key", "secret")
                        .build();
        endpoint.start();
        store = store(BUCKET, endpoint.getPort());
    }

    @AfterEach
    void stop() throws Exception {
        store.close();
        endpoint.stop();
        disk.close();
    }

    @Override
    public BlobStore store() {
        return store;
    }

    @Override
    public Path stagingFolder() {
        return folder.resolve("staging");
    }

    @Test
    void keepsItsObjectsBelowThePrefix() {
        BlobAddress address = store.put("abc".getBytes(UTF_8));

        assertThat(disk.getBlobStore().blobExists(BUCKET, "sillok/" + address.path())).isTrue();
    }

    @Test
    void isUnhealthyWithoutItsBucket() {
        try (S3BlobStore elsewhere = store("nowhere", endpoint.getPort())) {
            assertThat(elsewhere.health().level()).isEqualTo(BlobHealth.Level.UNHEALTHY);
        }
    }

    @Test
    void failsWhenTheEndpointIsGone() throws Exception {
        endpoint.stop();

        assertThat(store.health().level()).isEqualTo(BlobHealth.Level.UNHEALTHY);
        assertThatExceptionOfType(BlobFailure.class).isThrownBy(() -> store.put(HELLO));
        assertThat(stagingFolder()).isEmptyDirectory();
    }

    private S3BlobStore store(String bucket, int port) {
        return S3BlobStore.open(
                new S3Settings(
                        Optional.of(URI.create("http://127.0.0.1:" + port)),
                        "us-east-1",
                        bucket,
                        "sillok/",
                        Optional.of(new S3Settings.Credentials("key", "secret")),
                        stagingFolder()));
    }

    private static BlobStoreContext disk(Path folder) {
        Properties properties = new Properties();
        properties.setProperty("jclouds.filesystem.basedir", folder.toString());
        return ContextBuilder.newBuilder("filesystem-nio2")
                .overrides(properties)
                .credentials("key", "secret")
                .build(BlobStoreContext.class);
    }
}
