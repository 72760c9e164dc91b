package io.sillok.commandapi.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A ClamAV daemon (clamd), asked only whether it is there: the scan worker does the scanning.
///
/// @param host name or address
public record Clamd(String host, int port) {

    private static final int PATIENCE_MILLIS = 1_500;

    /// Reads `host:port`.
    ///
    /// @throws IllegalArgumentException when `text` is anything else
    @JsonCreator
    public static Clamd parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1 || !text.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("clamd is given as host:port");
        }
        return new Clamd(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write("zPING\0".getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(4);
            return new String(answer, StandardCharsets.US_ASCII).equals("PONG");
        } catch (IOException _) {
            return false;
        }
    }
}
