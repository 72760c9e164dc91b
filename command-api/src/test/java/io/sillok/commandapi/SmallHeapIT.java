package io.sillok.commandapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.commandapi.Client.Answer;
import io.sillok.engines.EngineSettings;
import io.sillok.engines.EnginesHome;
import io.sillok.engines.KafkaEngine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
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
        try (KafkaEngine kafka =
                        KafkaEngine.start(
                                EnginesHome.locate(), EngineSettings.in(folder.resolve("kafka")));
                ServiceProcess service =
                        ServiceProcess.start(kafka, folder, ServiceProcess.freePort());
                Client client = Client.of(service.uri(), folder.resolve("keys"))) {
            Answer answer =
                    client.send(
                            client.upload(
                                            new Multipart().contentType(),
                                            BodyPublishers.ofInputStream(SmallHeapIT::body))
                                    .header("Prefer", "wait=0"));

            assertThat(answer.text()).contains("pending");
            assertThat(service.process().isAlive()).isTrue();
            assertThat(storedBytes()).isEqualTo(LINES * 64L);
        }
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
}
