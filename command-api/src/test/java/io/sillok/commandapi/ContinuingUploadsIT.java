package io.sillok.commandapi;

import static io.sillok.commandapi.TusCalls.metadata;
import static io.sillok.commandapi.TusStage.TEXT;
import static io.sillok.commandapi.TusStage.digest;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sillok.commandapi.Client.Answer;
import io.sillok.platform.web.RunningService;
import io.sillok.schemas.catalog.MaterialCommand;
import io.sillok.schemas.envelope.Role;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// tus as the API speaks it: sending what is missing.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContinuingUploadsIT {

    private final TusStage stage;
    private final Installation installation;
    private final Client client;
    private final TusCalls tus;

    ContinuingUploadsIT(@TempDir Path folder) {
        this.stage = TusStage.in(folder);
        this.installation = stage.installation();
        this.client = stage.client();
        this.tus = stage.tus();
    }

    @AfterAll
    void stop() {
        stage.close();
    }

    @Nested
    class Continuing {

        @Test
        void addsBytesUntilThereIsAMaterial() {
            String upload = tus.begin(14);

            Answer first = client.send(tus.patch(upload, 0, "A plain"));
            Answer last = client.send(tus.patch(upload, 7, " text.\n"));

            assertThat(first.status()).isEqualTo(204);
            assertThat(first.header("Upload-Offset")).isEqualTo("7");
            assertThat(first.header("Upload-Expires")).endsWith("GMT");
            assertThat(first.header("Upload-Result")).isEmpty();
            assertThat(last.status()).isEqualTo(204);
            assertThat(last.header("Upload-Offset")).isEqualTo("14");
            assertThat(last.header("Upload-Result"))
                    .isEqualTo(upload.replace("/uploads/", "/materials/"));
            MaterialCommand.Receive command = stage.received(upload);
            assertThat(command.title()).isEqualTo("Plain");
            assertThat(command.file().originalName()).isEqualTo("a.txt");
            assertThat(command.file().size()).isEqualTo(14);
            assertThat(installation.blobs())
                    .isDirectoryRecursivelyContaining("glob:**/" + command.file().sha256());
        }

        @Test
        void namesTheCommandWhileItIsNotSettled() {
            String upload = tus.begin(14);

            Answer last = client.send(tus.patch(upload, 0, TEXT));

            assertThat(last.header("Location"))
                    .isEqualTo("/api/v1/commands/" + last.header("Command-Id"));
            assertThat(last.header("Consistency-Token")).isNotEmpty();
        }

        @Test
        void takesTheWholeDescription() {
            String category = "0190a3b4-0000-7000-8000-000000000001";
            String upload =
                    client.send(
                                    tus.creation(
                                            "14",
                                            metadata(
                                                    "filename", "교육 자료.txt",
                                                    "title", " 첫날 ",
                                                    "description", "두\n줄",
                                                    "category_id", category)))
                            .header("Location");

            client.send(tus.patch(upload, 0, TEXT));

            MaterialCommand.Receive command = stage.received(upload);
            assertThat(command.title()).isEqualTo("첫날");
            assertThat(command.description()).contains("두\n줄");
            assertThat(command.category().orElseThrow()).hasToString(category);
            assertThat(command.file().name()).isEqualTo("교육 자료.txt");
            assertThat(command.file().mediaType()).isEqualTo("text/plain");
        }

        @Test
        void goesOnInAnotherServiceOnTheSameFolder() {
            String upload = tus.begin(14);
            client.send(tus.patch(upload, 0, "A plain"));

            try (RunningService other = installation.start();
                    Client user = Client.of(other.uri(), installation.settings().keys())) {
                TusCalls there = new TusCalls(user);
                assertThat(there.offset(upload)).isEqualTo("7");
                assertThat(user.send(there.patch(upload, 7, " text.\n")).status()).isEqualTo(204);
            }

            assertThat(tus.offset(upload)).isEqualTo("14");
            assertThat(stage.received(upload).file().size()).isEqualTo(14);
        }

        @Test
        void keepsWhatCameBeforeTheConnectionBroke() throws Exception {
            String upload = tus.begin(1000);
            try (Socket socket = open(upload, 0, 1000)) {
                socket.getOutputStream().write("x".repeat(400).getBytes(UTF_8));
            }

            await().until(() -> tus.offset(upload).equals("400"));
            assertThat(client.send(tus.patch(upload, 400, "y".repeat(600))).status())
                    .isEqualTo(204);
        }

        @Test
        void letsOneWriteAtATime() throws Exception {
            String upload = tus.begin(1000);
            try (Socket socket = open(upload, 0, 1000)) {
                socket.getOutputStream().write("x".repeat(400).getBytes(UTF_8));
                await().untilAsserted(
                                () ->
                                        assertThat(stage.refused(tus.patch(upload, 0, "yy")))
                                                .isEqualTo("423 E4008 upload-busy"));
                assertThat(tus.delete(upload).problem()).isEqualTo("423 E4008 upload-busy");
            }

            await().until(() -> tus.offset(upload).equals("400"));
        }

        @Test
        void takesPostForPatchFromThoseWhoCannotSendIt() {
            String upload = tus.begin(14);

            Answer answer =
                    client.send(
                            tus.patch(upload, 0, "A plain")
                                    .POST(BodyPublishers.ofString("A plain"))
                                    .header("X-HTTP-Method-Override", "PATCH"));

            assertThat(answer.status()).isEqualTo(204);
            assertThat(tus.offset(upload)).isEqualTo("7");
        }

        @Test
        void refusesBytesThatBelongElsewhere() {
            String upload = tus.begin(14);
            client.send(tus.patch(upload, 0, "A pl"));

            assertThat(stage.refused(tus.patch(upload, 0, "A pl")))
                    .isEqualTo("409 E4008 offset-mismatch");
            assertThat(stage.refused(tus.patch(upload, 5, "in")))
                    .isEqualTo("409 E4008 offset-mismatch");
            assertThat(tus.offset(upload)).isEqualTo("4");
        }

        @Test
        void refusesMoreBytesThanAreMissing() {
            String upload = tus.begin(3);

            assertThat(stage.refused(tus.patch(upload, 0, "abcd")))
                    .isEqualTo("413 E4011 upload-too-long");
            assertThat(tus.offset(upload)).isEqualTo("0");
            assertThat(
                            stage.refused(
                                    tus.patch(upload, 0, "")
                                            .method(
                                                    "PATCH",
                                                    BodyPublishers.fromPublisher(
                                                            BodyPublishers.ofString("abcd")))))
                    .isEqualTo("413 E4011 upload-too-long");
            assertThat(stage.taken(upload)).isEmpty();
        }

        @Test
        void refusesWhatIsNoPatch() {
            String upload = tus.begin(14);

            assertThat(
                            stage.refused(
                                    tus.at(upload)
                                            .header("Upload-Offset", "0")
                                            .header("Content-Type", "text/plain")
                                            .method("PATCH", BodyPublishers.ofString("A"))))
                    .isEqualTo("415 E4012 unsupported-media-type");
            assertThat(
                            stage.refused(
                                    tus.at(upload)
                                            .header("Content-Type", TusCalls.TYPE)
                                            .method("PATCH", BodyPublishers.ofString("A"))))
                    .isEqualTo("400 E4002 header-required");
            assertThat(stage.refused(tus.patch(upload, 0, "A").header("Upload-Offset", "0")))
                    .isEqualTo("400 E4001 malformed-header");
            assertThat(stage.refused(tus.patch(upload, 0, "A").header("Content-Encoding", "gzip")))
                    .isEqualTo("415 E4012 content-encoding-unsupported");
            assertThat(tus.offset(upload)).isEqualTo("0");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        a.txt  | text/plain      | #!/bin/sh -e    | dangerous-content
                        a.pdf  | application/pdf | not one at all | type-mismatch
                        a.txt  | application/pdf | a plain text   | type-mismatch
                        """)
        void refusesAFileWithItsLastByteAndForgetsIt(
                String name, String type, String content, String reason) {
            String upload =
                    client.send(
                                    tus.creation(
                                            Integer.toString(content.length()),
                                            metadata(
                                                    "filename", name,
                                                    "filetype", type,
                                                    "title", "t")))
                            .header("Location");
            client.send(tus.patch(upload, 0, content.substring(0, 5)));

            assertThat(stage.refused(tus.patch(upload, 5, content.substring(5))))
                    .isEqualTo("422 E4013 " + reason);
            assertThat(tus.head(upload).status()).isEqualTo(404);
            assertThat(stage.taken(upload)).isEmpty();
        }

        private Socket open(String upload, long offset, long length) throws Exception {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), stage.port());
            String head =
                    """
                    PATCH %s HTTP/1.1\r
                    Host: x\r
                    Authorization: Bearer %s\r
                    Tus-Resumable: 1.0.0\r
                    Upload-Offset: %d\r
                    Content-Type: application/offset+octet-stream\r
                    Content-Length: %d\r
                    \r
                    """
                            .formatted(upload, client.token(Role.USER), offset, length);
            socket.getOutputStream().write(head.getBytes(UTF_8));
            return socket;
        }
    }

    @Nested
    class Checking {

        @ParameterizedTest
        @CsvSource({"sha1, SHA-1", "sha256, SHA-256"})
        void keepsBytesThatAreAsTheirSenderCalculated(String name, String algorithm) {
            String upload = tus.begin(14);

            Answer answer =
                    client.send(
                            tus.patch(upload, 0, "A plain")
                                    .header(
                                            "Upload-Checksum",
                                            name + " " + digest(algorithm, "A plain")));

            assertThat(answer.status()).isEqualTo(204);
            assertThat(tus.offset(upload)).isEqualTo("7");
        }

        @Test
        void keepsNothingOfOthers() {
            String upload = tus.begin(14);
            client.send(tus.patch(upload, 0, "A "));

            HttpRequest.Builder wrong =
                    tus.patch(upload, 2, "plaim")
                            .header("Upload-Checksum", "sha1 " + digest("SHA-1", "plain"));

            assertThat(stage.refused(wrong)).isEqualTo("460 E4001 checksum-mismatch");
            assertThat(tus.offset(upload)).isEqualTo("2");
        }

        @Test
        void refusesChecksumsItCannotCheck() {
            String upload = tus.begin(14);

            assertThat(
                            stage.refused(
                                    tus.patch(upload, 0, "A")
                                            .header(
                                                    "Upload-Checksum",
                                                    "md5 AAAAAAAAAAAAAAAAAAAAAA==")))
                    .isEqualTo("400 E4001 checksum-algorithm-unsupported");
            assertThat(stage.refused(tus.patch(upload, 0, "A").header("Upload-Checksum", "sha1 x")))
                    .isEqualTo("400 E4001 malformed-header");
            assertThat(tus.offset(upload)).isEqualTo("0");
        }
    }
}
