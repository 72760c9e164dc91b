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
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hundred megabytes in pieces, through a service with much less memory, that is killed half-way.
class ResumableSmallHeapIT {

    private static final int MEGABYTE = 1 << 20;
    private static final int MEGABYTES = 100;
    private static final long SIZE = (long) MEGABYTES * MEGABYTE;
    private static final byte[] BLOCK =
            "A line of sixty-four bytes, as it stands in a very large file..\n"
                    .repeat(MEGABYTE / 64)
                    .getBytes(UTF_8);

    @TempDir Path folder;

    @Test
    void goesOnAfterItWasKilled() throws Exception {
        int port = ServiceProcess.freePort();
        try (KafkaEngine kafka =
                KafkaEngine.start(
                        EnginesHome.locate(), EngineSettings.in(folder.resolve("kafka")))) {
            String upload;
            try (ServiceProcess first = ServiceProcess.start(kafka, folder, port);
                    Client client = Client.of(first.uri(), folder.resolve("keys"));
                    StallingStream body = new StallingStream(blocks(60))) {
                TusCalls tus = new TusCalls(client);
                upload = tus.begin(SIZE);
                CompletableFuture<?> cut =
                        client.http()
                                .sendAsync(patch(tus, upload, 0, body), BodyHandlers.discarding());
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> Long.parseLong(tus.offset(upload)) >= 40L * MEGABYTE);

                first.kill();

                await().until(cut::isDone);
                assertThat(cut).isCompletedExceptionally();
            }
            try (ServiceProcess second = ServiceProcess.start(kafka, folder, port);
                    Client client = Client.of(second.uri(), folder.resolve("keys"))) {
                TusCalls tus = new TusCalls(client);
                long offset = Long.parseLong(tus.offset(upload));
                assertThat(offset).isBetween(40L * MEGABYTE, 60L * MEGABYTE);
                InputStream rest = blocks(MEGABYTES);
                rest.skipNBytes(offset);

                Answer last =
                        new Answer(
                                client.http()
                                        .send(
                                                patch(tus, upload, offset, rest),
                                                BodyHandlers.ofByteArray()));

                assertThat(last.status()).as(last.text()).isEqualTo(204);
                assertThat(last.header("Upload-Result")).isNotEmpty();
                assertThat(second.process().isAlive()).isTrue();
            }
            assertThat(Files.size(stored())).isEqualTo(SIZE);
        }
    }

    private static HttpRequest patch(TusCalls tus, String upload, long offset, InputStream body) {
        return tus.patch(upload, offset, "")
                .method("PATCH", BodyPublishers.ofInputStream(() -> body))
                .build();
    }

    private static InputStream blocks(int count) {
        return new SequenceInputStream(
                Collections.enumeration(
                        Collections.nCopies(count, BLOCK).stream()
                                .map(ByteArrayInputStream::new)
                                .toList()));
    }

    /// Where the blob store has a file of these bytes.
    private Path stored() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int block = 0; block < MEGABYTES; block++) {
            digest.update(BLOCK);
        }
        String hex = HexFormat.of().formatHex(digest.digest());
        return folder.resolve("files")
                .resolve(hex.substring(0, 2))
                .resolve(hex.substring(2, 4))
                .resolve(hex);
    }

    /// A sender who stops sending and stays, until it is closed.
    private static final class StallingStream extends InputStream {

        private final InputStream bytes;
        private final CompletableFuture<Integer> end = new CompletableFuture<>();

        StallingStream(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            int next = bytes.read();
            return next < 0 ? end.join() : next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = bytes.read(buffer, offset, length);
            return read < 0 ? end.join() : read;
        }

        @Override
        public void close() {
            end.complete(-1);
        }
    }
}
