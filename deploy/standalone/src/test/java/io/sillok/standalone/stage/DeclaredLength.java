package io.sillok.standalone.stage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// An upload that announces more bytes than it will ever send.
record DeclaredLength(URI api, String token, long bytes) {

    /// The status it is answered with before any byte of the body was sent.
    int status() {
        try (Socket socket = new Socket(api.getHost(), api.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head().getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            String statusLine = answer.readLine();
            return Integer.parseInt(statusLine.substring(9, 12));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String head() {
        return """
        POST /api/v1/materials HTTP/1.1\r
        Host: %s:%d\r
        Authorization: Bearer %s\r
        Content-Type: multipart/form-data; boundary=x\r
        Content-Length: %d\r
        \r
        """
                .formatted(api.getHost(), api.getPort(), token, bytes);
    }
}
