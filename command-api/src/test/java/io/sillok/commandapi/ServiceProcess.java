package io.sillok.commandapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sillok.engines.KafkaEngine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// The service as a process of its own, set up by its environment, with little memory. Takes files
/// of a hundred megabytes.
record ServiceProcess(Process process, URI uri) implements AutoCloseable {

    /// Starts it and waits until it is ready.
    ///
    /// @param folder for its files, keys and log
    static ServiceProcess start(KafkaEngine kafka, Path folder, int port) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommandApiApplication.class.getName());
        builder.environment()
                .putAll(
                        Map.of(
                                "SILLOK_PORT_COMMAND_API",
                                Integer.toString(port),
                                "SILLOK_KAFKA",
                                kafka.bootstrapServers(),
                                "SILLOK_KEYS",
                                folder.resolve("keys").toString(),
                                "SILLOK_JWKS",
                                folder.resolve("keys/jwks.json").toString(),
                                "SILLOK_BLOBS",
                                folder.resolve("files").toString(),
                                "SILLOK_MAX_FILE_BYTES",
                                "104857600"));
        Process process =
                builder.redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        folder.resolve("service.log").toFile()))
                        .start();
        ServiceProcess service =
                new ServiceProcess(process, URI.create("http://127.0.0.1:" + port));
        service.awaitReady(folder.resolve("keys"));
        return service;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Ends it as the operating system ends a process that uses too much memory.
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private void awaitReady(Path keys) {
        try (Client client = Client.of(uri, keys)) {
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .untilAsserted(
                            () ->
                                    assertThat(
                                                    client.http()
                                                            .send(
                                                                    client.anonymous(
                                                                                    "/health/ready")
                                                                            .build(),
                                                                    BodyHandlers.discarding())
                                                            .statusCode())
                                            .isEqualTo(200));
        }
    }
}
