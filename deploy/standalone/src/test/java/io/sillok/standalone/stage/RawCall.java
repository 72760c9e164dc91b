package io.sillok.standalone.stage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// A request as no well-behaved client would send it: byte for byte, answered whenever the server
/// likes, also while it is still being sent.
public final class RawCall {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int PIECE = 64 * 1024;

    private RawCall() {}

    /// Sends a head and then `body` for as long as the server takes it.
    ///
    /// @param head without the empty line at its end
    /// @return all that was answered until the server closed the connection or said nothing more
    public static String send(URI api, String head, byte[] body) throws IOException {
        try (Socket socket = new Socket(api.getHost(), api.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            Thread sender = Thread.ofVirtual().start(() -> write(socket, head, body));
            String answer = read(socket.getInputStream());
            sender.interrupt();
            return answer;
        }
    }

    private static void write(Socket socket, String head, byte[] body) {
        try {
            var out = socket.getOutputStream();
            out.write((head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            for (int at = 0; at < body.length; at += PIECE) {
                out.write(body, at, Math.min(PIECE, body.length - at));
            }
            out.flush();
        } catch (IOException _) {
            // the server has heard enough; what it said is read by the other side
        }
    }

    private static String read(InputStream in) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            in.transferTo(answer);
        } catch (IOException _) {
            // a reset after the answer: the server does not wait for the rest of the body
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
