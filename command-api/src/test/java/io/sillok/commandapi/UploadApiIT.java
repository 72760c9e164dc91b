package io.sillok.commandapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sillok.commandapi.Client.Answer;
import io.sillok.schemas.catalog.MaterialCommand;
import io.sillok.schemas.catalog.StoredFile;
import io.sillok.schemas.envelope.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How the API takes whole files, on a real log on which nobody decides.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadApiIT {

    private static final byte[] TEXT = "A plain text.\n".getBytes(UTF_8);

    private final ApiStage stage;
    private final Installation installation;
    private final Client client;

    UploadApiIT(@TempDir Path folder) {
        this.stage = ApiStage.in(folder);
        this.installation = stage.installation();
        this.client = stage.client();
    }

    @AfterAll
    void stop() {
        stage.close();
    }

    @Nested
    class Uploading {

        private MaterialCommand.Receive received(Multipart body) {
            Answer answer = client.send(client.upload(body).header("Prefer", "wait=0"));
            assertThat(answer.text()).contains("pending");
            return (MaterialCommand.Receive) stage.taken(answer).command();
        }

        @Test
        void storesTheFileAndSendsItsAddress() {
            MaterialCommand.Receive command =
                    received(
                            new Multipart()
                                    .file("file", "a.txt", "text/plain", TEXT)
                                    .text("description", "two\r\nlines")
                                    .text("title", "  Title  "));

            StoredFile file = command.file();
            assertThat(command.title()).isEqualTo("Title");
            assertThat(command.description()).contains("two\r\nlines");
            assertThat(file.mediaType()).isEqualTo("text/plain");
            assertThat(file.size()).isEqualTo(TEXT.length);
            assertThat(installation.blobs())
                    .isDirectoryRecursivelyContaining("glob:**/" + file.sha256());
        }

        @ParameterizedTest
        @CsvSource({
            "C:\\temp\\notes.txt, notes.txt",
            "lesson<1>.txt, lesson_1_.txt",
            "교육 자료.txt, 교육 자료.txt"
        })
        void makesFileNamesSafe(String sent, String safe) {
            StoredFile file = received(Multipart.material("t", sent, "text/plain", TEXT)).file();

            assertThat(file.name()).isEqualTo(safe);
            assertThat(file.originalName()).isEqualTo(sent);
        }

        @Test
        void leavesNothingWhenTheSenderGoesAway() throws IOException {
            long commands = installation.commands().size();
            List<Path> files = installation.files();
            String head =
                    """
                    POST /api/v1/materials HTTP/1.1\r
                    Host: x\r
                    Authorization: Bearer %s\r
                    Content-Type: multipart/form-data; boundary=%s\r
                    Content-Length: 10000000\r
                    \r
                    """
                            .formatted(client.token(Role.USER), Multipart.BOUNDARY);
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), stage.port())) {
                socket.getOutputStream().write(head.getBytes(UTF_8));
                socket.getOutputStream()
                        .write(Multipart.head("file", "a.txt", "text/plain").getBytes(UTF_8));
                socket.getOutputStream().write(" ".repeat(5_000_000).getBytes(UTF_8));
                socket.getOutputStream().flush();
                await().until(() -> installation.files().size() > files.size());
            }

            await().untilAsserted(() -> assertThat(installation.files()).isEqualTo(files));
            assertThat(installation.commands().size()).isEqualTo(commands);
        }
    }

    @Nested
    class RefusingUploads {

        private String refused(Multipart body) {
            return stage.refused(client.upload(body));
        }

        @Test
        void thatLackSomething() {
            Answer answer = client.send(client.upload(new Multipart().text("description", "d")));

            assertThat(answer.problem()).isEqualTo("400 E4002 field-required");
            assertThat(answer.json().path("violations"))
                    .extracting(violation -> violation.path("field").asText())
                    .containsExactly("title", "file");
        }

        @Test
        void whoseTextIsNotWellFormed() {
            assertThat(refused(Multipart.plain("x".repeat(300))))
                    .isEqualTo("400 E4001 invalid-field");
            assertThat(refused(Multipart.plain("x").text("category_id", "x")))
                    .isEqualTo("400 E4001 invalid-field");
            assertThat(refused(Multipart.plain("x").text("description", "x".repeat(2_001))))
                    .isEqualTo("400 E4001 invalid-field");
            assertThat(refused(Multipart.plain("x").text("description", "x".repeat(20_000))))
                    .isEqualTo("400 E4001 invalid-field");
        }

        @Test
        void thatHoldUnknownOrRepeatedParts() {
            assertThat(refused(Multipart.plain("x").text("colour", "x")))
                    .isEqualTo("400 E4001 unknown-field");
            assertThat(refused(Multipart.plain("x").text("title", "y")))
                    .isEqualTo("400 E4001 repeated-field");
            assertThat(refused(Multipart.plain("x").file("file", "b.txt", "text/plain", TEXT)))
                    .isEqualTo("400 E4001 repeated-field");
        }

        @Test
        void whosePartsAreOfTheOtherKind() {
            assertThat(
                            refused(
                                    Multipart.plain("x")
                                            .file("description", "b.txt", "text/plain", TEXT)))
                    .isEqualTo("400 E4001 invalid-field");
            assertThat(refused(new Multipart().text("title", "x").text("file", "x")))
                    .isEqualTo("400 E4001 invalid-field");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "nonsense",
                    "--b\r\n",
                    "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nabc",
                    "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nabc\r\n--b\r\n",
                    "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nabc"
                })
        void thatBreakOff(String body) {
            assertThat(
                            stage.refused(
                                    client.upload(
                                            "multipart/form-data; boundary=b",
                                            BodyPublishers.ofString(body))))
                    .isEqualTo("400 E4001 malformed-multipart");
        }

        @Test
        void thatNameNoBoundary() {
            assertThat(
                            stage.refused(
                                    client.upload(
                                            "multipart/form-data", BodyPublishers.ofString("x"))))
                    .isEqualTo("400 E4001 malformed-multipart");
        }

        @Test
        void thatAreNotMultipart() {
            assertThat(
                            stage.refused(
                                    client.upload(
                                            "application/json", BodyPublishers.ofString("{}"))))
                    .isEqualTo("415 E4012 unsupported-media-type");
        }

        @Test
        void whosePartHeadersAreTooLarge() {
            assertThat(
                            refused(
                                    Multipart.material(
                                            "t", "x".repeat(5_000) + ".txt", "text/plain", TEXT)))
                    .isEqualTo("413 E4011 part-headers-too-large");
        }

        @ParameterizedTest
        @CsvSource({
            "a.txt, text/plain, '', empty-file",
            "a.exe, text/plain, MZ, type-not-allowed",
            "a.txt, application/pdf, x, type-mismatch",
            "a.pdf, application/pdf, x, type-mismatch",
            "a, text/plain, x, type-not-allowed",
            "../../etc/passwd.txt, text/plain, x, unsafe-file-name",
            "CON.txt, text/plain, x, unsafe-file-name"
        })
        void whoseFileIsRefused(String name, String type, String content, String reason) {
            assertThat(refused(Multipart.material("t", name, type, content.getBytes(UTF_8))))
                    .isEqualTo("422 E4013 " + reason);
        }

        @Test
        void thatAnnounceTwoGigabytes() throws IOException {
            long commands = installation.commands().size();
            String head =
                    """
                    POST /api/v1/materials HTTP/1.1\r
                    Host: x\r
                    Authorization: Bearer %s\r
                    Content-Type: multipart/form-data; boundary=b\r
                    Content-Length: 2147483648\r
                    \r
                    """
                            .formatted(client.token(Role.USER));
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), stage.port())) {
                socket.getOutputStream().write(head.getBytes(UTF_8));
                String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

                assertThat(answer).startsWith("HTTP/1.1 413").contains("E4011", "file-too-large");
            }
            assertThat(installation.commands().size()).isEqualTo(commands);
        }

        @Test
        void whoseFileIsLargerThanAllowed() {
            byte[] large = new byte[(int) installation.settings().uploads().maxFileBytes() + 1];

            assertThat(refused(Multipart.material("t", "a.txt", "text/plain", large)))
                    .isEqualTo("413 E4011 file-too-large");
        }
    }
}
