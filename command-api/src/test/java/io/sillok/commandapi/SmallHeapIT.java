package io.sillok.commandapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sillok.commandapi.Client.Answer;
import io.sillok.engines.EngineSettings;
import io.sillok.engines.EnginesHome;
import io.sillok.engines.KafkaEngine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The service as its own process, set up by its environment, with much less memory than the file
/// has bytes.
class SmallHeapIT {

    private static final int LINES = 100 * 1024 * 1024 / 64;
    private static final byte[] BLOCK =
            "A line of sixty-four bytes, as it stands in a very large file..\n"
                    .repeat(1024)
                    .getBytes(UTF_8);

    @TempDir Path folder;

    @Test
    void streamsAHundredMegabytesThroughASmallHeap() throws Exception {
        int port = freePort();
        try (KafkaEngine kafka =
                KafkaEngine.start(
                        EnginesHome.locate(), EngineSettings.in(folder.resolve("kafka")))) {
            Process process = process(kafka, port).start();
            try (Client client =
                    Client.of(URI.create("http://127.0.0.1:" + port), folder.resolve("keys"))) {
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
                                                                        java.net.http.HttpResponse
                                                                                .BodyHandlers
                                                                                .discarding())
                                                                .statusCode())
                                                .isEqualTo(200));

                Answer answer =
                        client.send(
                                client.upload(
                                                new Multipart().contentType(),
                                                BodyPublishers.ofInputStream(SmallHeapIT::body))
                                        .header("Prefer", "wait=0"));

                assertThat(answer.text()).contains("pending");
                assertThat(process.isAlive()).isTrue();
                assertThat(storedBytes()).isEqualTo(LINES * 64L);
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private ProcessBuilder process(KafkaEngine kafka, int port) throws IOException {
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
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("service.log").toFile());
    }

    private static InputStream body() {
        InputStream head =
                new ByteArrayInputStream(
                        Multipart.head("file", "large.txt", "text/plain").getBytes(UTF_8));
        List<InputStream> blocks =
                Collections.nCopies(LINES / 1024, BLOCK).stream()
                        .<InputStream>map(ByteArrayInputStream::new)
                        .toList();
        InputStream rest =
                new ByteArrayInputStream(
                        ("\r\n--"
                                        + Multipart.BOUNDARY
                                        + "\r\nContent-Disposition: form-data; name=\"title\"\r\n"
                                        + "\r\nLarge\r\n"
                                        + Multipart.end())
                                .getBytes(UTF_8));
        return new SequenceInputStream(
                head,
                new SequenceInputStream(
                        new SequenceInputStream(Collections.enumeration(blocks)), rest));
    }

    private long storedBytes() throws IOException {
        try (var files = Files.walk(folder.resolve("files"))) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
