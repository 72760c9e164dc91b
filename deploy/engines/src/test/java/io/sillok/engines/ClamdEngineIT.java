package io.sillok.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClamdEngineIT {

    @TempDir static Path directory;

    @BeforeAll
    static void isInstalled() {
        assumeTrue(
                ClamdEngine.isInstalled(), "clamd is not installed: apt-get install clamav-daemon");
    }

    @Test
    void tellsTheTestVirusFromOtherBytes() throws IOException {
        try (var clamd = ClamdEngine.start(EngineSettings.in(directory.resolve("clamd")))) {
            assertThat(scan(clamd, eicar())).contains("Eicar-Test-Signature").endsWith("FOUND");
            assertThat(scan(clamd, zipped(zipped(eicar())))).endsWith("FOUND");
            assertThat(scan(clamd, "annals".getBytes(StandardCharsets.UTF_8))).endsWith("OK");

            clamd.kill();
            clamd.restart();

            assertThat(scan(clamd, eicar())).endsWith("FOUND");
        }
    }

    private static String scan(ClamdEngine clamd, byte[] content) throws IOException {
        try (var socket = new Socket(clamd.host(), clamd.port())) {
            var out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            out.writeInt(content.length);
            out.write(content);
            out.writeInt(0);
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.replace("\0", "").strip();
        }
    }

    /// In two halves, so that no scanner takes this source for the virus.
    private static byte[] eicar() {
        return ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] zipped(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("inner"));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
