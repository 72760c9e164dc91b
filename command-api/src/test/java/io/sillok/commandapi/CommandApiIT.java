package io.sillok.commandapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.commandapi.Client.Answer;
import io.sillok.engines.EngineSettings;
import io.sillok.engines.EnginesHome;
import io.sillok.engines.KafkaEngine;
import io.sillok.platform.kafka.ConsistencyToken;
import io.sillok.platform.web.RunningService;
import io.sillok.schemas.catalog.CategoryCommand;
import io.sillok.schemas.catalog.MaterialCommand;
import io.sillok.schemas.catalog.StoredFile;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.topics.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the API does by itself, on a real log on which nobody decides.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandApiIT {

    private static final byte[] TEXT = "A plain text.\n".getBytes(UTF_8);
    private static final String MATERIAL = "/api/v1/materials/0190a3b4-0000-7000-8000-000000000000";
    private static final String CATEGORY =
            "/api/v1/categories/0190a3b4-0000-7000-8000-000000000000";

    private final KafkaEngine kafka;
    private final Installation installation;
    private final RunningService service;
    private final Client client;

    CommandApiIT(@TempDir Path folder) {
        kafka = KafkaEngine.start(EnginesHome.locate(), EngineSettings.in(folder.resolve("kafka")));
        installation = Installation.on(kafka.bootstrapServers(), folder);
        service = installation.start();
        client = Client.of(service.uri(), installation.settings().keys());
    }

    @AfterAll
    void stop() {
        client.close();
        service.stop();
        kafka.close();
    }

    private CommandEnvelope<Object> taken(Answer answer) {
        return installation.commands().commands().stream()
                .filter(command -> command.id().toString().equals(answer.header("Command-Id")))
                .findFirst()
                .orElseThrow();
    }

    /// Sends it and shows that nothing was written, not even a file.
    private String refused(HttpRequest.Builder request) {
        long commands = installation.commands().size();
        List<Path> files = installation.files();
        Answer answer = client.send(request);
        assertThat(installation.commands().size()).isEqualTo(commands);
        assertThat(installation.files()).isEqualTo(files);
        assertThat(answer.json().path("incident_id").asText()).startsWith("INC-");
        return answer.problem();
    }

    private HttpRequest.Builder json(String method, String path, String body, Role... roles) {
        return client.as(path, roles)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
    }

    @Nested
    class Answering {

        @Test
        void saysWhereTheOutcomeWillBeWhenItIsNotSettledInTime() {
            Answer answer =
                    client.send(
                            client.category("{\"name\":\" Safety \"}")
                                    .header("Prefer", "wait=1")
                                    .header("X-Request-Id", "mine"));

            String id = answer.header("Command-Id");
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.header("Location")).isEqualTo("/api/v1/commands/" + id);
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(answer.header("Preference-Applied")).isEqualTo("wait=1");
            assertThat(answer.json().path("outcome").asText()).isEqualTo("pending");
            assertThat(answer.json().path("id").asText()).isEqualTo(id);
            CommandEnvelope<Object> command = taken(answer);
            assertThat(command.command())
                    .isInstanceOfSatisfying(
                            CategoryCommand.Create.class,
                            create -> assertThat(create.name()).isEqualTo("Safety"));
            assertThat(command.actor().id()).isEqualTo("ada");
            assertThat(command.traceparent()).contains(answer.header("traceparent"));
            assertThat(command.expectedVersion()).isEmpty();
        }

        @Test
        void doesNotWaitForWhoDoesNotWantTo() {
            Answer answer =
                    client.send(
                            client.category("{\"name\":\"Safety\"}")
                                    .header("Prefer", "respond-async, wait=30"));

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.header("Preference-Applied")).isEqualTo("respond-async");
        }

        @Test
        void namesThePlaceOfTheCommandOnTheLog() {
            Answer answer =
                    client.send(client.category("{\"name\":\"x\"}").header("Prefer", "wait=0"));

            var token = ConsistencyToken.parse(answer.header("Consistency-Token")).orElseThrow();
            assertThat(token.positions())
                    .singleElement()
                    .satisfies(
                            position ->
                                    assertThat(position.topic())
                                            .isEqualTo(
                                                    Topics.CATALOG_COMMANDS.in(
                                                            installation
                                                                    .settings()
                                                                    .kafka()
                                                                    .namespace())));
        }

        @Test
        void putsTheExpectedVersionIntoTheCommand() {
            Answer answer =
                    client.send(
                            json("PUT", MATERIAL, "{\"title\":\"t\"}", Role.USER)
                                    .header("If-Match", "\"7\"")
                                    .header("Prefer", "wait=0"));

            assertThat(taken(answer).expectedVersion()).isEqualTo(OptionalLong.of(7));
        }

        @Test
        void takesAnyVersionForAStar() {
            Answer answer =
                    client.send(
                            client.as(CATEGORY, Role.ADMIN)
                                    .DELETE()
                                    .header("If-Match", "*")
                                    .header("Prefer", "wait=0"));

            assertThat(taken(answer).expectedVersion()).isEmpty();
            assertThat(taken(answer).command()).isInstanceOf(CategoryCommand.Archive.class);
        }

        @Test
        void givesARepeatedRequestTheSameResourceAndAnotherRequestAnotherFingerprint() {
            CommandEnvelope<Object> first = repeatable("k-1", "Safety");
            CommandEnvelope<Object> repeat = repeatable("k-1", "Safety");
            CommandEnvelope<Object> misuse = repeatable("k-1", "Fire");
            CommandEnvelope<Object> other = repeatable("k-2", "Safety");

            assertThat(repeat.id()).isNotEqualTo(first.id());
            assertThat(repeat.subject()).isEqualTo(first.subject());
            assertThat(repeat.idempotency()).isEqualTo(first.idempotency());
            assertThat(misuse.subject()).isEqualTo(first.subject());
            assertThat(misuse.idempotency()).isNotEqualTo(first.idempotency());
            assertThat(other.subject()).isNotEqualTo(first.subject());
        }

        private CommandEnvelope<Object> repeatable(String key, String name) {
            return taken(
                    client.send(
                            client.category("{\"name\":\"" + name + "\"}")
                                    .header("Idempotency-Key", key)
                                    .header("Prefer", "wait=0")));
        }
    }

    @Nested
    class Uploading {

        private MaterialCommand.Receive received(Multipart body) {
            Answer answer = client.send(client.upload(body).header("Prefer", "wait=0"));
            assertThat(answer.text()).contains("pending");
            return (MaterialCommand.Receive) taken(answer).command();
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
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
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
    class Refusing {

        @Test
        void whoDoesNotSayWhoTheyAre() {
            assertThat(
                            refused(
                                    client.anonymous("/api/v1/categories")
                                            .POST(BodyPublishers.noBody())))
                    .isEqualTo("401 E4006 token-missing");
            assertThat(refused(client.anonymous(MATERIAL).DELETE()))
                    .isEqualTo("401 E4006 token-missing");
            assertThat(
                            refused(
                                    client.anonymous(MATERIAL)
                                            .header("Authorization", "Bearer x.y.z")
                                            .DELETE()))
                    .isEqualTo("401 E4006 token-refused");
        }

        @Test
        void whoMayNotCurate() {
            assertThat(refused(json("POST", "/api/v1/categories", "{}", Role.USER)))
                    .isEqualTo("403 E4005 role-missing");
            assertThat(refused(client.as(CATEGORY, Role.USER).DELETE()))
                    .isEqualTo("403 E4005 role-missing");
            assertThat(refused(json("PUT", CATEGORY, "{}"))).isEqualTo("403 E4005 role-missing");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '\0',
                textBlock =
                        """
                        {} | 400 E4002 field-required
                        {"name":null} | 400 E4002 field-required
                        {"name":"  "} | 400 E4001 invalid-field
                        {"name":"a\\u0000b"} | 400 E4001 invalid-field
                        {"name":["a"]} | 400 E4001 invalid-field
                        {"name":"a","colour":"b"} | 400 E4001 unknown-field
                        {"name":"a" | 400 E4001 malformed-json
                        """)
        void aCategoryThatIsNotWellFormed(String body, String problem) {
            assertThat(refused(json("POST", "/api/v1/categories", body, Role.EDITOR)))
                    .isEqualTo(problem);
        }

        @Test
        void aNameThatIsTooLong() {
            String body = "{\"name\":\"" + "x".repeat(101) + "\"}";

            assertThat(refused(json("POST", "/api/v1/categories", body, Role.EDITOR)))
                    .isEqualTo("400 E4001 invalid-field");
        }

        @Test
        void textOfAMaterialThatIsNotWellFormed() {
            String title = "{\"title\":\"" + "x".repeat(300) + "\",\"category_id\":\"x\"}";

            Answer answer = client.send(json("PUT", MATERIAL, title, Role.USER));

            assertThat(answer.problem()).isEqualTo("400 E4001 invalid-field");
            assertThat(answer.json().path("violations"))
                    .extracting(violation -> violation.path("field").asText())
                    .containsExactly("title", "category_id");
        }

        @Test
        void anIdThatIsNone() {
            assertThat(refused(client.as("/api/v1/materials/7", Role.USER).DELETE()))
                    .isEqualTo("404 E4007 material-not-found");
            assertThat(refused(json("PUT", "/api/v1/categories/x", "{}", Role.ADMIN)))
                    .isEqualTo("404 E4007 category-not-found");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '\0',
                textBlock =
                        """
                        7 | 400 E4001 malformed-etag
                        "7", "8" | 400 E4001 several-versions
                        W/"7" | 412 E4009 stale-version
                        "seven" | 412 E4009 stale-version
                        """)
        void aPreconditionThatCannotBeMet(String ifMatch, String problem) {
            assertThat(refused(client.as(MATERIAL, Role.USER).DELETE().header("If-Match", ifMatch)))
                    .isEqualTo(problem);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a b", "a\tb"})
        void anIdempotencyKeyThatIsNone(String key) {
            assertThat(refused(client.category("{\"name\":\"x\"}").header("Idempotency-Key", key)))
                    .isEqualTo("400 E4001 malformed-idempotency-key");
        }

        @Test
        void anIdempotencyKeyThatIsTooLong() {
            assertThat(
                            refused(
                                    client.category("{\"name\":\"x\"}")
                                            .header("Idempotency-Key", "k".repeat(256))))
                    .isEqualTo("400 E4001 malformed-idempotency-key");
        }
    }

    @Nested
    class RefusingUploads {

        private String refused(Multipart body) {
            return CommandApiIT.this.refused(client.upload(body));
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
                            CommandApiIT.this.refused(
                                    client.upload(
                                            "multipart/form-data; boundary=b",
                                            BodyPublishers.ofString(body))))
                    .isEqualTo("400 E4001 malformed-multipart");
        }

        @Test
        void thatNameNoBoundary() {
            assertThat(
                            CommandApiIT.this.refused(
                                    client.upload(
                                            "multipart/form-data", BodyPublishers.ofString("x"))))
                    .isEqualTo("400 E4001 malformed-multipart");
        }

        @Test
        void thatAreNotMultipart() {
            assertThat(
                            CommandApiIT.this.refused(
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
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
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

    @Nested
    class Serving {

        @Test
        void publishesTheKeysOfItsTokens() {
            Answer answer = client.send(client.anonymous("/.well-known/jwks.json"));

            assertThat(answer.json().at("/keys/0/alg").asText()).isEqualTo("ES256");
            assertThat(answer.text()).doesNotContain("\"d\"");
        }

        @Test
        void isReadyWhenAllItNeedsIsThere() {
            await().untilAsserted(
                            () ->
                                    assertThat(
                                                    client.send(client.anonymous("/health/ready"))
                                                            .status())
                                            .isEqualTo(200));
            JsonNode checks = client.send(client.anonymous("/health")).json().path("checks");
            assertThat(checks.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder(
                            "memory",
                            "settlements",
                            "identity-settlements",
                            "bookings-settlements",
                            "revocations",
                            "files",
                            "log");
        }

        @Test
        void describesEveryCommand() {
            JsonNode api = client.send(client.anonymous("/openapi.json")).json();

            assertThat(api.path("paths").fieldNames())
                    .toIterable()
                    .contains(
                            "/api/v1/categories",
                            "/api/v1/categories/{id}",
                            "/api/v1/materials",
                            "/api/v1/materials/{id}");
            assertThat(api.at("/components/schemas/MaterialBody/properties").fieldNames())
                    .toIterable()
                    .containsExactly("title", "description", "category_id");
            JsonNode create = api.path("paths").path("/api/v1/categories").path("post");
            assertThat(create.path("parameters"))
                    .extracting(parameter -> parameter.path("name").asText())
                    .containsExactly("Prefer", "Idempotency-Key");
            assertThat(create.path("responses").fieldNames()).toIterable().contains("201", "202");
        }
    }

    @Test
    void refusesUploadsWithoutTheirScanner(@TempDir Path folder) {
        Installation scanned =
                Installation.on(kafka.bootstrapServers(), folder)
                        .withClamd(
                                Optional.of(
                                        new io.sillok.commandapi.catalog.Clamd("127.0.0.1", 1)));
        try (RunningService other = scanned.start();
                Client user = Client.of(other.uri(), scanned.settings().keys())) {
            assertThat(user.send(user.upload(Multipart.plain("x"))).problem())
                    .isEqualTo("503 E5008 scanner-unavailable");
            await().untilAsserted(
                            () ->
                                    assertThat(user.send(user.anonymous("/health/ready")).status())
                                            .isEqualTo(503));
        }
    }

    @Test
    void refusesUploadsWithoutAPlaceToKeepThem(@TempDir Path folder) throws IOException {
        Installation broken = Installation.on(kafka.bootstrapServers(), folder);
        try (RunningService other = broken.start();
                Client user = Client.of(other.uri(), broken.settings().keys())) {
            java.nio.file.Files.delete(folder.resolve("files/staging"));

            assertThat(user.send(user.upload(Multipart.plain("x"))).problem())
                    .isEqualTo("503 E5007 file-store-unavailable");
        }
    }
}
