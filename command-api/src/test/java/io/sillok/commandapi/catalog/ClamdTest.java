package io.sillok.commandapi.catalog;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClamdTest {

    /// Whether it answers when something on its port says this to a ping.
    private static boolean answersWhenToldBack(String answer) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread daemon = Thread.startVirtualThread(() -> tellBack(server, answer));
            boolean answers = new Clamd("127.0.0.1", server.getLocalPort()).answers();
            daemon.join();
            return answers;
        }
    }

    private static void tellBack(ServerSocket server, String answer) {
        try (Socket caller = server.accept()) {
            assertThat(caller.getInputStream().readNBytes(6))
                    .isEqualTo("zPING\0".getBytes(US_ASCII));
            caller.getOutputStream().write(answer.getBytes(US_ASCII));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void answersToAPing() throws Exception {
        assertThat(answersWhenToldBack("PONG\0")).isTrue();
    }

    @Test
    void doesNotAnswerWhenItSaysAnythingElse() throws Exception {
        assertThat(answersWhenToldBack("HTTP/1.1 400")).isFalse();
        assertThat(answersWhenToldBack("")).isFalse();
    }

    @Test
    void doesNotAnswerWhenNobodyListens() {
        assertThat(new Clamd("127.0.0.1", 1).answers()).isFalse();
    }

    @Test
    void isGivenAsHostAndPort() {
        assertThat(Clamd.parse("scan.example:3310")).isEqualTo(new Clamd("scan.example", 3310));
        assertThat(Clamd.parse("::1:3310")).isEqualTo(new Clamd("::1", 3310));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "clamd", ":3310", "clamd:", "clamd:port"})
    void isNotGivenInAnotherForm(String text) {
        assertThatThrownBy(() -> Clamd.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
