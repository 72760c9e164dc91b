package io.sillok.commandapi;

import static io.sillok.commandapi.TusCalls.UPLOADS;
import static io.sillok.commandapi.TusCalls.metadata;
import static io.sillok.commandapi.TusCalls.plain;
import static io.sillok.commandapi.TusStage.NOBODYS;
import static io.sillok.commandapi.TusStage.TEXT;
import static io.sillok.commandapi.TusStage.digest;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.commandapi.Client.Answer;
import io.sillok.schemas.envelope.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// tus as the API speaks it: what there is, and beginning an upload.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BeginningUploadsIT {

    private final TusStage stage;
    private final Client client;
    private final TusCalls tus;

    BeginningUploadsIT(@TempDir Path folder) {
        this.stage = TusStage.in(folder);
        this.client = stage.client();
        this.tus = stage.tus();
    }

    @AfterAll
    void stop() {
        stage.close();
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
                            stage.refusedCreation(
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
            assertThat(stage.refusedCreation(tus.creation(length, plain()))).isEqualTo(problem);
        }

        @Test
        void refusesWithoutALength() {
            HttpRequest.Builder without =
                    tus.at(UPLOADS)
                            .header("Upload-Metadata", plain())
                            .POST(BodyPublishers.noBody());

            assertThat(stage.refusedCreation(without)).isEqualTo("400 E4002 header-required");
            assertThat(
                            stage.refusedCreation(
                                    tus.creation("1", plain()).header("Upload-Length", "2")))
                    .isEqualTo("400 E4001 malformed-header");
            assertThat(stage.refusedCreation(without.copy().header("Upload-Defer-Length", "1")))
                    .isEqualTo("400 E4001 deferred-length-unsupported");
            assertThat(
                            stage.refusedCreation(
                                    tus.creation("1", plain()).header("Upload-Concat", "partial")))
                    .isEqualTo("400 E4001 concatenation-unsupported");
        }

        @Test
        void refusesMetadataThatAreNotWellFormed() {
            assertThat(stage.refusedCreation(tus.creation("1", "title x")))
                    .isEqualTo("400 E4001 invalid-field");
            assertThat(stage.refusedCreation(tus.creation("1", plain() + ",colour cmVk")))
                    .isEqualTo("400 E4001 unknown-field");
            assertThat(stage.refusedCreation(tus.creation("1", metadata("title", "t"))))
                    .isEqualTo("400 E4002 field-required");
            assertThat(stage.refusedCreation(tus.creation("1", metadata("filename", "a.txt"))))
                    .isEqualTo("400 E4002 field-required");
            assertThat(
                            stage.refusedCreation(
                                    tus.creation(
                                            "1",
                                            metadata(
                                                    "title",
                                                    "x".repeat(300),
                                                    "filename",
                                                    "a.txt"))))
                    .isEqualTo("400 E4001 invalid-field");
            assertThat(stage.refusedCreation(tus.creation("1", plain() + ",category_id eA==")))
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
            assertThat(
                            stage.refusedCreation(
                                    tus.creation("1", metadata("filename", name, "title", "t"))))
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
            assertThat(
                            stage.refusedCreation(
                                    client.as(UPLOADS, Role.USER).POST(BodyPublishers.noBody())))
                    .isEqualTo("412 E4009 tus-version-unsupported");
        }

        @Test
        void refusesWhoDoesNotSayWhoTheyAre() {
            assertThat(
                            stage.refusedCreation(
                                    client.anonymous(UPLOADS).POST(BodyPublishers.noBody())))
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
            assertThat(stage.taken(upload)).hasSize(1);
        }

        @Test
        void refusesThemAndLeavesNoUpload() {
            assertThat(stage.refusedCreation(creation(3, "abcd")))
                    .isEqualTo("413 E4011 upload-too-long");
            assertThat(
                            stage.refusedCreation(
                                    creation(4, "abcd")
                                            .header(
                                                    "Upload-Checksum",
                                                    "sha1 " + digest("SHA-1", "abce"))))
                    .isEqualTo("460 E4001 checksum-mismatch");
            assertThat(stage.refusedCreation(creation(4, "#!/a")))
                    .isEqualTo("422 E4013 dangerous-content");
            assertThat(
                            stage.refusedCreation(
                                    tus.creation("4", plain())
                                            .header("Content-Type", "text/plain")
                                            .POST(BodyPublishers.ofString("abcd"))))
                    .isEqualTo("415 E4012 unsupported-media-type");
        }
    }
}
