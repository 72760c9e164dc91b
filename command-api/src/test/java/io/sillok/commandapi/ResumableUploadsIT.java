package io.sillok.commandapi;

import static io.sillok.commandapi.TusCalls.UPLOADS;
import static io.sillok.commandapi.TusCalls.base64;
import static io.sillok.commandapi.TusCalls.metadata;
import static io.sillok.commandapi.TusCalls.plain;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sillok.commandapi.Client.Answer;
import io.sillok.engines.EngineSettings;
import io.sillok.engines.EnginesHome;
import io.sillok.engines.KafkaEngine;
import io.sillok.platform.web.RunningService;
import io.sillok.schemas.catalog.MaterialCommand;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.Role;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// tus as the API speaks it, on a real log on which nobody decides.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResumableUploadsIT {

    private static final String TEXT = "A plain text.\n";
    private static final String NOBODYS = UPLOADS + "/0190a3b4-0000-7000-8000-000000000000";

    private final KafkaEngine kafka;
    private final Installation installation;
    private final RunningService service;
    private final Client client;
    private final TusCalls tus;

    ResumableUploadsIT(@TempDir Path folder) {
        kafka = KafkaEngine.start(EnginesHome.locate(), EngineSettings.in(folder.resolve("kafka")));
        installation = Installation.on(kafka.bootstrapServers(), folder);
        service = installation.start();
        client = Client.of(service.uri(), installation.settings().keys());
        tus = new TusCalls(client);
    }

    @AfterAll
    void stop() {
        client.close();
        service.stop();
        kafka.close();
    }

    private List<CommandEnvelope<Object>> taken(String upload) {
        String id = upload.substring(upload.lastIndexOf('/') + 1);
        return installation.commands().commands().stream()
                .filter(command -> command.subject().toString().equals("materials/" + id))
                .toList();
    }

    private MaterialCommand.Receive received(String upload) {
        return (MaterialCommand.Receive) taken(upload).getFirst().command();
    }

    private String refused(HttpRequest.Builder request) {
        Answer answer = client.send(request);
        assertThat(answer.header("Tus-Resumable")).isEqualTo("1.0.0");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("incident_id").asText()).startsWith("INC-");
        return answer.problem();
    }

    /// Sends it and shows that no upload was begun.
    private String refusedCreation(HttpRequest.Builder request) {
        List<Path> files = installation.files();
        String problem = refused(request);
        assertThat(installation.files()).isEqualTo(files);
        return problem;
    }

    private static String digest(String algorithm, String bytes) {
        try {
            return base64(MessageDigest.getInstance(algorithm).digest(bytes.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Nested
    class Describing {

        @ParameterizedTest
        @ValueSource(strings = {UPLOADS, NOBODYS})
        void needsNeitherTokenNorVersion(String path) {
            Answer answer =
                    client.send(client.anonymous(path).method("OPTIONS", BodyPublishers.noBody()));

            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.header("Tus-Version")).isEqualTo("1.0.0");
            assertThat(answer.header("Tus-Resumable")).isEqualTo("1.0.0");
            assertThat(answer.header("Tus-Max-Size")).isEqualTo("52428800");
            assertThat(answer.header("Tus-Extension").split(","))
                    .containsExactlyInAnyOrder(
                            "creation",
                            "creation-with-upload",
                            "expiration",
                            "checksum",
                            "termination");
            assertThat(answer.header("Tus-Checksum-Algorithm")).isEqualTo("sha1,sha256");
        }

        @Test
        void isPartOfTheApisDescription() {
            var paths = client.send(client.anonymous("/openapi.json")).json().path("paths");

            assertThat(paths.path(UPLOADS).fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("post", "options");
            assertThat(paths.path(UPLOADS + "/{id}").fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("head", "patch", "delete", "options");
            assertThat(paths.path(UPLOADS + "/{id}").path("patch").path("parameters"))
                    .extracting(parameter -> parameter.path("name").asText())
                    .contains("Tus-Resumable", "Upload-Offset", "Upload-Checksum")
                    .doesNotContain("If-Match");
        }
    }

    @Nested
    class Creating {

        @Test
        void answersWhereTheUploadIs() {
            Answer answer = client.send(tus.creation("14", plain()));

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.header("Location")).startsWith(UPLOADS + "/");
            assertThat(answer.header("Upload-Offset")).isEqualTo("0");
            Instant expires =
                    ZonedDateTime.parse(
                                    answer.header("Upload-Expires"),
                                    DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
            assertThat(expires).isAfter(Instant.now().plusSeconds(23 * 3600));
        }

        @Test
        void isAnsweredWithTheSameUploadUnderTheSameKey() {
            HttpRequest.Builder first =
                    tus.creation("14", plain()).header("Idempotency-Key", "u-1");
            String upload = client.send(first).header("Location");
            client.send(tus.patch(upload, 0, "A pl"));

            Answer again = client.send(first);

            assertThat(again.status()).isEqualTo(201);
            assertThat(again.header("Location")).isEqualTo(upload);
            assertThat(again.header("Upload-Offset")).isEqualTo("4");
            assertThat(
                            refusedCreation(
                                    tus.creation("15", plain()).header("Idempotency-Key", "u-1")))
                    .isEqualTo("422 E4010 idempotency-key-reused");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        -1 | 400 E4001 malformed-header
                        1.5 | 400 E4001 malformed-header
                        007 | 400 E4001 malformed-header
                        9999999999999999999 | 400 E4001 malformed-header
                        x | 400 E4001 malformed-header
                        0 | 422 E4013 empty-file
                        52428801 | 413 E4011 file-too-large
                        2147483648 | 413 E4011 file-too-large
                        """)
        void refusesALengthThatNoFileHas(String length, String problem) {
            assertThat(refusedCreation(tus.creation(length, plain()))).isEqualTo(problem);
        }

        @Test
        void refusesWithoutALength() {
            HttpRequest.Builder without =
                    tus.at(UPLOADS)
                            .header("Upload-Metadata", plain())
                            .POST(BodyPublishers.noBody());

            assertThat(refusedCreation(without)).isEqualTo("400 E4002 header-required");
            assertThat(refusedCreation(tus.creation("1", plain()).header("Upload-Length", "2")))
                    .isEqualTo("400 E4001 malformed-header");
            assertThat(refusedCreation(without.copy().header("Upload-Defer-Length", "1")))
                    .isEqualTo("400 E4001 deferred-length-unsupported");
            assertThat(
                            refusedCreation(
                                    tus.creation("1", plain()).header("Upload-Concat", "partial")))
                    .isEqualTo("400 E4001 concatenation-unsupported");
        }

        @Test
        void refusesMetadataThatAreNotWellFormed() {
            assertThat(refusedCreation(tus.creation("1", "title x")))
                    .isEqualTo("400 E4001 invalid-field");
            assertThat(refusedCreation(tus.creation("1", plain() + ",colour cmVk")))
                    .isEqualTo("400 E4001 unknown-field");
            assertThat(refusedCreation(tus.creation("1", metadata("title", "t"))))
                    .isEqualTo("400 E4002 field-required");
            assertThat(refusedCreation(tus.creation("1", metadata("filename", "a.txt"))))
                    .isEqualTo("400 E4002 field-required");
            assertThat(
                            refusedCreation(
                                    tus.creation(
                                            "1",
                                            metadata(
                                                    "title",
                                                    "x".repeat(300),
                                                    "filename",
                                                    "a.txt"))))
                    .isEqualTo("400 E4001 invalid-field");
            assertThat(refusedCreation(tus.creation("1", plain() + ",category_id eA==")))
                    .isEqualTo("400 E4001 invalid-field");
        }

        @ParameterizedTest
        @CsvSource({
            "../../etc/passwd.txt, unsafe-file-name",
            "CON.txt, unsafe-file-name",
            "a.exe, type-not-allowed",
            "a, type-not-allowed"
        })
        void refusesAFileThatCannotBeTaken(String name, String reason) {
            assertThat(refusedCreation(tus.creation("1", metadata("filename", name, "title", "t"))))
                    .isEqualTo("422 E4013 " + reason);
        }

        @Test
        void refusesAVersionOfTheProtocolThatIsNotSpoken() {
            Answer answer =
                    client.send(
                            client.as(UPLOADS, Role.USER)
                                    .header("Tus-Resumable", "0.2.2")
                                    .POST(BodyPublishers.noBody()));

            assertThat(answer.problem()).isEqualTo("412 E4009 tus-version-unsupported");
            assertThat(answer.header("Tus-Version")).isEqualTo("1.0.0");
            assertThat(refusedCreation(client.as(UPLOADS, Role.USER).POST(BodyPublishers.noBody())))
                    .isEqualTo("412 E4009 tus-version-unsupported");
        }

        @Test
        void refusesWhoDoesNotSayWhoTheyAre() {
            assertThat(refusedCreation(client.anonymous(UPLOADS).POST(BodyPublishers.noBody())))
                    .isEqualTo("401 E4006 token-missing");
        }
    }

    @Nested
    class CreatingWithBytes {

        private HttpRequest.Builder creation(long length, String bytes) {
            return tus.creation(Long.toString(length), plain())
                    .header("Content-Type", TusCalls.TYPE)
                    .POST(BodyPublishers.ofString(bytes));
        }

        @Test
        void takesTheFirstOnes() {
            Answer answer = client.send(creation(14, "A plain"));

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.header("Upload-Offset")).isEqualTo("7");
            assertThat(tus.offset(answer.header("Location"))).isEqualTo("7");
        }

        @Test
        void takesThemAll() {
            Answer answer = client.send(creation(14, TEXT));

            String upload = answer.header("Location");
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.header("Upload-Offset")).isEqualTo("14");
            assertThat(answer.header("Upload-Result")).startsWith("/api/v1/materials/");
            assertThat(taken(upload)).hasSize(1);
        }

        @Test
        void refusesThemAndLeavesNoUpload() {
            assertThat(refusedCreation(creation(3, "abcd"))).isEqualTo("413 E4011 upload-too-long");
            assertThat(
                            refusedCreation(
                                    creation(4, "abcd")
                                            .header(
                                                    "Upload-Checksum",
                                                    "sha1 " + digest("SHA-1", "abce"))))
                    .isEqualTo("460 E4001 checksum-mismatch");
            assertThat(refusedCreation(creation(4, "#!/a")))
                    .isEqualTo("422 E4013 dangerous-content");
            assertThat(
                            refusedCreation(
                                    tus.creation("4", plain())
                                            .header("Content-Type", "text/plain")
                                            .POST(BodyPublishers.ofString("abcd"))))
                    .isEqualTo("415 E4012 unsupported-media-type");
        }
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
            MaterialCommand.Receive command = received(upload);
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

            MaterialCommand.Receive command = received(upload);
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
            assertThat(received(upload).file().size()).isEqualTo(14);
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
                                        assertThat(refused(tus.patch(upload, 0, "yy")))
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

            assertThat(refused(tus.patch(upload, 0, "A pl")))
                    .isEqualTo("409 E4008 offset-mismatch");
            assertThat(refused(tus.patch(upload, 5, "in"))).isEqualTo("409 E4008 offset-mismatch");
            assertThat(tus.offset(upload)).isEqualTo("4");
        }

        @Test
        void refusesMoreBytesThanAreMissing() {
            String upload = tus.begin(3);

            assertThat(refused(tus.patch(upload, 0, "abcd")))
                    .isEqualTo("413 E4011 upload-too-long");
            assertThat(tus.offset(upload)).isEqualTo("0");
            assertThat(
                            refused(
                                    tus.patch(upload, 0, "")
                                            .method(
                                                    "PATCH",
                                                    BodyPublishers.fromPublisher(
                                                            BodyPublishers.ofString("abcd")))))
                    .isEqualTo("413 E4011 upload-too-long");
            assertThat(taken(upload)).isEmpty();
        }

        @Test
        void refusesWhatIsNoPatch() {
            String upload = tus.begin(14);

            assertThat(
                            refused(
                                    tus.at(upload)
                                            .header("Upload-Offset", "0")
                                            .header("Content-Type", "text/plain")
                                            .method("PATCH", BodyPublishers.ofString("A"))))
                    .isEqualTo("415 E4012 unsupported-media-type");
            assertThat(
                            refused(
                                    tus.at(upload)
                                            .header("Content-Type", TusCalls.TYPE)
                                            .method("PATCH", BodyPublishers.ofString("A"))))
                    .isEqualTo("400 E4002 header-required");
            assertThat(refused(tus.patch(upload, 0, "A").header("Upload-Offset", "0")))
                    .isEqualTo("400 E4001 malformed-header");
            assertThat(refused(tus.patch(upload, 0, "A").header("Content-Encoding", "gzip")))
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

            assertThat(refused(tus.patch(upload, 5, content.substring(5))))
                    .isEqualTo("422 E4013 " + reason);
            assertThat(tus.head(upload).status()).isEqualTo(404);
            assertThat(taken(upload)).isEmpty();
        }

        private Socket open(String upload, long offset, long length) throws Exception {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port());
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
    class Ending {

        @Test
        void leavesOneCommandHoweverOftenTheEndIsRepeated() throws Exception {
            String upload = tus.begin(14);
            client.send(tus.patch(upload, 0, TEXT));
            Answer late = client.send(tus.patch(upload, 13, "\n"));
            Answer empty = client.send(tus.patch(upload, 14, ""));

            assertThat(late.problem()).isEqualTo("409 E4008 offset-mismatch");
            assertThat(empty.status()).isEqualTo(204);
            assertThat(empty.header("Upload-Result")).startsWith("/api/v1/materials/");
            assertThat(taken(upload)).hasSize(1);
            Answer known = tus.head(upload);
            assertThat(known.header("Upload-Offset")).isEqualTo("14");
            assertThat(known.header("Upload-Length")).isEqualTo("14");
            assertThat(known.header("Upload-Result"))
                    .isEqualTo(upload.replace("/uploads/", "/materials/"));
        }

        @Test
        void sendsTheSameCommandAgainWhenItIsNotCertainThatItWasTaken(@TempDir Path elsewhere)
                throws Exception {
            String upload = tus.begin(14);
            client.send(tus.patch(upload, 0, "A plain"));
            List<Path> unfinished = files(upload);
            for (Path file : unfinished) {
                Files.copy(file, elsewhere.resolve(file.getFileName()));
            }
            client.send(tus.patch(upload, 7, " text.\n"));
            // as if the node had died between the command and the note that it was sent
            for (Path file : unfinished) {
                Files.deleteIfExists(file);
                Files.copy(elsewhere.resolve(file.getFileName()), file);
            }

            Answer again = client.send(tus.patch(upload, 7, " text.\n"));

            assertThat(again.status()).isEqualTo(204);
            List<CommandEnvelope<Object>> commands = taken(upload);
            assertThat(commands).hasSize(2);
            assertThat(commands.getFirst().command()).isEqualTo(commands.getLast().command());
            assertThat(commands.getFirst().idempotency())
                    .isPresent()
                    .isEqualTo(commands.getLast().idempotency());
        }

        private List<Path> files(String upload) {
            String id = upload.substring(upload.lastIndexOf('/') + 1);
            return installation.files().stream()
                    .filter(file -> file.getFileName().toString().startsWith(id))
                    .toList();
        }

        @Test
        void isAskedForAgainWhenTheFileCouldNotBeKept() throws Exception {
            String upload = tus.begin(14);
            Path staging = installation.blobs().resolve("staging");
            Files.delete(staging);

            assertThat(refused(tus.patch(upload, 0, TEXT)))
                    .isEqualTo("503 E5007 file-store-unavailable");
            assertThat(tus.offset(upload)).isEqualTo("13");
            Files.createDirectory(staging);

            assertThat(client.send(tus.patch(upload, 13, "\n")).status()).isEqualTo(204);
            assertThat(received(upload).file().size()).isEqualTo(14);
            assertThat(taken(upload)).hasSize(1);
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

            assertThat(refused(wrong)).isEqualTo("460 E4001 checksum-mismatch");
            assertThat(tus.offset(upload)).isEqualTo("2");
        }

        @Test
        void refusesChecksumsItCannotCheck() {
            String upload = tus.begin(14);

            assertThat(
                            refused(
                                    tus.patch(upload, 0, "A")
                                            .header(
                                                    "Upload-Checksum",
                                                    "md5 AAAAAAAAAAAAAAAAAAAAAA==")))
                    .isEqualTo("400 E4001 checksum-algorithm-unsupported");
            assertThat(refused(tus.patch(upload, 0, "A").header("Upload-Checksum", "sha1 x")))
                    .isEqualTo("400 E4001 malformed-header");
            assertThat(tus.offset(upload)).isEqualTo("0");
        }
    }

    @Nested
    class Finding {

        @Test
        void tellsWhatIsKnownOfAnUpload() {
            String upload = tus.begin(14);

            Answer answer = tus.head(upload);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Tus-Resumable")).isEqualTo("1.0.0");
            assertThat(answer.header("Upload-Offset")).isEqualTo("0");
            assertThat(answer.header("Upload-Length")).isEqualTo("14");
            assertThat(answer.header("Upload-Metadata")).isEqualTo(plain());
            assertThat(answer.header("Upload-Expires")).endsWith("GMT");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }

        @Test
        void tellsNobodyButWhoBeganIt() {
            String upload = tus.begin(14);
            String token = client.token("bob", Role.ADMIN);

            for (String method : List.of("HEAD", "PATCH", "DELETE")) {
                Answer answer =
                        client.send(
                                client.anonymous(upload)
                                        .header("Authorization", "Bearer " + token)
                                        .header("Tus-Resumable", "1.0.0")
                                        .header("Upload-Offset", "0")
                                        .header("Content-Type", TusCalls.TYPE)
                                        .method(method, BodyPublishers.noBody()));
                assertThat(answer.status()).as(method).isEqualTo(404);
            }
            assertThat(tus.offset(upload)).isEqualTo("0");
        }

        @Test
        void findsNothingWhereNothingIs() {
            assertThat(tus.head(NOBODYS).status()).isEqualTo(404);
            assertThat(refused(tus.patch(NOBODYS, 0, "x"))).isEqualTo("404 E4007 upload-not-found");
            assertThat(refused(tus.at(NOBODYS).DELETE())).isEqualTo("404 E4007 upload-not-found");
            assertThat(refused(tus.at(UPLOADS + "/7").DELETE()))
                    .isEqualTo("404 E4007 upload-not-found");
            assertThat(refused(tus.at(NOBODYS).GET())).isEqualTo("405 E4001 method-not-allowed");
        }
    }

    @Nested
    class Terminating {

        @Test
        void leavesNothingOfAnUpload() {
            String upload = tus.begin(14);
            client.send(tus.patch(upload, 0, "A plain"));
            List<Path> files = installation.files();

            assertThat(tus.delete(upload).status()).isEqualTo(204);

            assertThat(tus.head(upload).status()).isEqualTo(404);
            assertThat(installation.files()).hasSize(files.size() - 2);
        }

        @Test
        void leavesTheMaterialOfAFinishedOne() {
            String upload = tus.begin(14);
            client.send(tus.patch(upload, 0, TEXT));

            assertThat(tus.delete(upload).status()).isEqualTo(204);

            assertThat(tus.head(upload).status()).isEqualTo(404);
            assertThat(taken(upload)).hasSize(1);
        }
    }

    @Nested
    class Limiting {

        private Optional<String> firstRefusal(Client user, long length) {
            TusCalls calls = new TusCalls(user);
            return Stream.generate(() -> user.send(calls.creation(Long.toString(length), plain())))
                    .limit(5)
                    .filter(answer -> answer.status() != 201)
                    .map(Answer::problem)
                    .findFirst();
        }

        @Test
        void refusesTooManyUploadsOfOneCaller(@TempDir Path folder) {
            Installation narrow =
                    Installation.on(kafka.bootstrapServers(), folder).withUnfinished(3, 1000);
            try (RunningService other = narrow.start();
                    Client user = Client.of(other.uri(), narrow.settings().keys())) {
                assertThat(firstRefusal(user, 10)).contains("429 E4004 too-many-uploads");
            }
        }

        @Test
        void refusesTooManyBytesOfOneCaller(@TempDir Path folder) {
            Installation narrow =
                    Installation.on(kafka.bootstrapServers(), folder).withUnfinished(10, 1000);
            try (RunningService other = narrow.start();
                    Client user = Client.of(other.uri(), narrow.settings().keys())) {
                assertThat(firstRefusal(user, 300)).contains("429 E4004 too-many-upload-bytes");
            }
        }

        @Test
        void endsAnUploadThatTakesTooLong(@TempDir Path folder) {
            Installation brief =
                    Installation.on(kafka.bootstrapServers(), folder)
                            .withLifetime(Duration.ofSeconds(1));
            try (RunningService other = brief.start();
                    Client user = Client.of(other.uri(), brief.settings().keys())) {
                TusCalls calls = new TusCalls(user);
                String upload = calls.begin(14);
                await().until(() -> calls.head(upload).status() == 410);
                assertThat(user.send(calls.patch(upload, 0, TEXT)).problem())
                        .isEqualTo("410 E4007 upload-expired");
            }
        }
    }
}
