package io.sillok.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sillok.platform.web.sse.Telling;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Server-sent events as a client of a running service gets them.
final class EventStreamTest {

    private final EchoService echo;
    private final Telling telling;

    EventStreamTest(@TempDir Path folder) {
        echo = new EchoService(folder);
        telling = echo.application.resource.telling;
    }

    @AfterEach
    void stop() {
        echo.close();
    }

    private Socket listener() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), echo.service.port());
        socket.getOutputStream()
                .write(
                        "GET /api/v1/echoes/told HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                .getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void readUntil(BufferedReader reader, String line) throws IOException {
        String read;
        do {
            read = reader.readLine();
        } while (read != null && !read.equals(line));
        assertThat(read).isEqualTo(line);
    }

    @Test
    void sendsEachEventAtOnceHoweverSmall() throws IOException {
        try (Socket socket = listener();
                BufferedReader reader = reader(socket)) {
            readUntil(reader, "Content-Type: text/event-stream");
            telling.words.add("first");
            readUntil(reader, "data: \"first\"");
            telling.words.add("second");
            readUntil(reader, "id: 1");
            readUntil(reader, "data: \"second\"");
        }
    }

    @Test
    void endsWithItsSource() {
        telling.words.add("only");
        telling.words.add("end");

        var answer = echo.send(echo.anonymous("/api/v1/echoes/told"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).endsWith("event: word\nid: 0\ndata: \"only\"\n\n");
        await().until(telling::isClosed);
        assertThat(telling.isAbandoned()).isFalse();
    }

    @Test
    void tellsOfAFaultWithItsIncident() {
        telling.words.add("fault");

        var answer = echo.send(echo.anonymous("/api/v1/echoes/told"));

        assertThat(answer.body())
                .contains("event: error", "\"code\":\"E5004\"", "\"incident_id\":\"INC-");
        await().until(telling::isClosed);
    }

    @Test
    void noticesThatTheClientIsGone() throws IOException {
        try (Socket socket = listener();
                BufferedReader reader = reader(socket)) {
            readUntil(reader, "Content-Type: text/event-stream");
        }
        await().until(
                        () -> {
                            telling.words.add("anybody?");
                            return telling.isClosed();
                        });
        assertThat(telling.isAbandoned()).isTrue();
    }
}
