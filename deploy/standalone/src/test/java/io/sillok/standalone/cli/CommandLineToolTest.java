package io.sillok.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.web.access.SigningKeys;
import io.sillok.standalone.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineToolTest {

    @TempDir Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int sillok(String... arguments) {
        var console = new Console(new PrintStream(out, true), new PrintStream(err, true));
        return new CommandLineTool(new Surroundings(console, Map.of(), home, home))
                .execute(arguments);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void saysWhatItCanDo() {
        assertThat(sillok()).isZero();
        assertThat(said()).contains("up", "demo", "token", "audit", "version");
    }

    @Test
    void helpsWithOneCommand() {
        assertThat(sillok("help", "audit", "verify")).isZero();
        assertThat(said()).contains("sillok audit verify");
    }

    @Test
    void saysItsVersion() {
        assertThat(sillok("version")).isZero();
        assertThat(said()).startsWith("Sillok ").contains("Java 25");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(sillok("upp")).isEqualTo(2);
        assertThat(complained()).contains("'upp'").hasLineCount(1);
    }

    @Nested
    class Token {

        @Test
        void needsAPlatformThatRuns() {
            assertThat(sillok("token")).isEqualTo(1);
            assertThat(said()).isEmpty();
            assertThat(complained()).contains("sillok up").hasLineCount(1);
        }
    }

    @Nested
    class User {

        @Test
        void isExplained() {
            assertThat(sillok("user")).isZero();
            assertThat(said()).contains("add", "roles", "deactivate", "activate");
        }

        @Test
        void needsAPlatformThatRuns() {
            assertThat(sillok("user", "deactivate", "ada")).isEqualTo(1);
            assertThat(complained()).contains("sillok up").hasLineCount(1);
        }

        @Test
        void needsToKnowWho() {
            assertThat(sillok("user", "add", "ada")).isEqualTo(2);
            assertThat(complained()).contains("EMAIL").hasLineCount(1);
        }
    }

    @Nested
    class SigningKeysOfAPlatform {

        @Test
        void areJoinedByANewOne() {
            SigningKeys keys = SigningKeys.in(home.resolve(".sillok/keys"));
            Instant now = Instant.now();
            String first = keys.signing(now).getKeyID();

            assertThat(sillok("keys", "rotate")).isZero();

            assertThat(keys.ids(now)).hasSize(2).startsWith(first);
            assertThat(keys.signing(now).getKeyID()).isEqualTo(first);
            assertThat(said()).contains(keys.ids(now).getLast(), "2 verify");
        }

        @Test
        void areForgottenWhenOthersMayKnowThem() {
            SigningKeys keys = SigningKeys.in(home.resolve(".sillok/keys"));
            Instant now = Instant.now();
            String first = keys.signing(now).getKeyID();

            assertThat(sillok("keys", "rotate", "--compromised")).isZero();

            assertThat(keys.ids(now)).hasSize(1).doesNotContain(first);
        }

        @Test
        void areExplained() {
            assertThat(sillok("keys")).isZero();
            assertThat(said()).contains("rotate");
        }
    }

    @Nested
    class Up {

        @Test
        void saysAtOnceThatAPortIsTaken() throws Exception {
            try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
                var port = Integer.toString(other.getLocalPort());

                assertThat(sillok("up", "--port-command-api", port)).isEqualTo(1);

                assertThat(complained()).contains(port, "--port-command-api").hasLineCount(1);
                assertThat(home.resolve(".sillok/kafka")).doesNotExist();
            }
        }

        @Test
        void leavesAForeignFolderAlone() throws Exception {
            Files.writeString(home.resolve("thesis.txt"), "mine");

            assertThat(sillok("up", "--data", ".")).isEqualTo(1);

            assertThat(complained()).contains("thesis.txt").hasLineCount(1);
        }
    }

    @Test
    void verifiesNothingWhereNothingRuns() {
        assertThat(sillok("audit", "verify")).isEqualTo(1);
        assertThat(sillok("audit")).isEqualTo(1);
        assertThat(complained()).contains("no platform runs").hasLineCount(2);
    }
}
