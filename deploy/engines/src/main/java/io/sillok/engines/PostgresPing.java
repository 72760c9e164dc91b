package io.sillok.engines;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Asks a PostgreSQL server whether it takes sessions, as `pg_isready` does: by the first message
/// of the protocol, version 3.
final class PostgresPing {

    private static final int PROTOCOL_3 = 3 << 16;
    private static final int ERROR = 'E';
    private static final int MILLIS = 1_000;
    private static final String STARTING_UP = "57P03";

    private PostgresPing() {}

    /// Yes when the server asks for a password, or refuses for another reason than that it is still
    /// starting.
    static boolean answers(int port, String user) {
        try (var socket = new Socket()) {
            socket.connect(FreePort.address(port), MILLIS);
            socket.setSoTimeout(MILLIS);
            new DataOutputStream(socket.getOutputStream()).write(startup(user));
            return accepts(new DataInputStream(socket.getInputStream()));
        } catch (IOException _) {
            return false;
        }
    }

    private static byte[] startup(String user) throws IOException {
        var parameters = "user\0" + user + "\0database\0postgres\0\0";
        var text = parameters.getBytes(StandardCharsets.UTF_8);
        var message = new ByteArrayOutputStream();
        var fields = new DataOutputStream(message);
        fields.writeInt(2 * Integer.BYTES + text.length);
        fields.writeInt(PROTOCOL_3);
        fields.write(text);
        return message.toByteArray();
    }

    private static boolean accepts(DataInputStream answer) throws IOException {
        var type = answer.readUnsignedByte();
        if (type != ERROR) {
            return true;
        }
        var text = new byte[Math.max(0, answer.readInt() - Integer.BYTES)];
        answer.readFully(text);
        return !new String(text, StandardCharsets.UTF_8).contains(STARTING_UP);
    }
}
