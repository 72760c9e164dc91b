package io.sillok.processors.catalog.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.processors.catalog.scan.VirusScanner.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClamdScannerTest {

    @Test
    void understandsWhatClamdSays() {
        assertThat(ClamdScanner.answer("stream: OK")).isEqualTo(new Answer.Clean());
        assertThat(ClamdScanner.answer("stream: Win.Test.EICAR_HDB-1 FOUND"))
                .isEqualTo(new Answer.Found("Win.Test.EICAR_HDB-1"));
        assertThat(ClamdScanner.answer("INSTREAM size limit exceeded. ERROR"))
                .isEqualTo(new Answer.Unscannable("scanner-size-limit"));
        assertThat(ClamdScanner.answer("stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND"))
                .isEqualTo(new Answer.Unscannable("scanner-size-limit"));
        assertThat(ClamdScanner.answer("stream: Heuristics.Encrypted.PDF FOUND"))
                .isEqualTo(new Answer.Unscannable("encrypted"));
        assertThat(ClamdScanner.answer("stream: Can't allocate memory ERROR"))
                .isEqualTo(new Answer.Unscannable("scanner-error"));
    }

    @Test
    void hearsAnAnswerThatComesBeforeEverythingIsSent(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("file"), new byte[8 << 20]);
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> hangUpEarly(server));
            Clamd clamd = new Clamd("127.0.0.1", server.getLocalPort(), Duration.ofSeconds(5));

            assertThat(new ClamdScanner(clamd).scan(file))
                    .isEqualTo(new Answer.Unscannable("scanner-size-limit"));
        }
    }

    /// Answers a ping, then a stream at its first bytes.
    private static void hangUpEarly(ServerSocket server) {
        try (Socket ping = server.accept()) {
            ping.getInputStream().readNBytes("zPING\0".length());
            ping.getOutputStream().write("PONG\0".getBytes(US_ASCII));
        } catch (IOException _) {
            return;
        }
        try (Socket stream = server.accept()) {
            InputStream in = stream.getInputStream();
            in.readNBytes(100_000);
            stream.getOutputStream().write("INSTREAM size limit exceeded. ERROR\0".getBytes(UTF_8));
            stream.shutdownOutput();
            in.readNBytes(1 << 20);
        } catch (IOException _) {
            return;
        }
    }
}
