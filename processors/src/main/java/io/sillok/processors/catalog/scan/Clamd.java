package io.sillok.processors.catalog.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/// The protocol of ClamAV's daemon (clamd(8)): one connection per question, commands and answers
/// ended by a zero byte. Thread-safe.
final class Clamd {

    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 4 * 1024;
    private static final Duration PING_PATIENCE = Duration.ofSeconds(2);

    private final String host;
    private final int port;
    private final Duration patience;

    /// @param patience for the answer once the whole file is sent
    Clamd(String host, int port, Duration patience) {
        this.host = host;
        this.port = port;
        this.patience = patience;
    }

    /// Whether it is there and answers.
    boolean isAvailable() {
        try (Socket socket = connect(PING_PATIENCE)) {
            socket.getOutputStream().write("zPING\0".getBytes(US_ASCII));
            return answer(socket).equals("PONG");
        } catch (IOException _) {
            return false;
        }
    }

    /// Sends bytes to be scanned and returns the answer as it comes, such as `stream: OK`.
    ///
    /// @throws SourceFailure when the bytes cannot be read
    /// @throws IOException when clamd cannot be asked or does not answer
    String scan(InputStream bytes) throws IOException {
        try (Socket socket = connect(patience)) {
            try {
                send(bytes, new DataOutputStream(socket.getOutputStream()));
            } catch (SourceFailure e) {
                throw e;
            } catch (IOException e) {
                return lastWord(socket, e);
            }
            return answer(socket);
        }
    }

    private Socket connect(Duration readPatience) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(
                    new InetSocketAddress(host, port), Math.toIntExact(PING_PATIENCE.toMillis()));
            socket.setSoTimeout(Math.toIntExact(readPatience.toMillis()));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static void send(InputStream bytes, DataOutputStream out) throws IOException {
        out.write("zINSTREAM\0".getBytes(US_ASCII));
        byte[] chunk = new byte[CHUNK];
        for (int length = read(bytes, chunk); length > 0; length = read(bytes, chunk)) {
            out.writeInt(length);
            out.write(chunk, 0, length);
        }
        out.writeInt(0);
        out.flush();
    }

    private static int read(InputStream bytes, byte[] chunk) throws SourceFailure {
        try {
            return bytes.readNBytes(chunk, 0, chunk.length);
        } catch (IOException e) {
            throw new SourceFailure(e);
        }
    }

    /// Beyond its size limit clamd answers and hangs up while it is still being sent to.
    private static String lastWord(Socket socket, IOException failure) throws IOException {
        try {
            return answer(socket);
        } catch (IOException e) {
            failure.addSuppressed(e);
            throw failure;
        }
    }

    private static String answer(Socket socket) throws IOException {
        String text = new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), UTF_8);
        if (text.isEmpty()) {
            throw new IOException("clamd hung up without an answer");
        }
        return text.replace("\0", "").strip();
    }

    /// The bytes to scan could not be read; no fault of clamd's.
    static final class SourceFailure extends IOException {

        private static final long serialVersionUID = 1L;

        SourceFailure(IOException cause) {
            super("the bytes to scan cannot be read", cause);
        }
    }
}
