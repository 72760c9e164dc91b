package io.sillok.commandapi;

import static io.sillok.commandapi.TusCalls.UPLOADS;
import static io.sillok.commandapi.TusCalls.plain;
import static io.sillok.commandapi.TusStage.NOBODYS;
import static io.sillok.commandapi.TusStage.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sillok.commandapi.Client.Answer;
import io.sillok.platform.web.RunningService;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// tus as the API speaks it: how uploads end, and who finds them until then.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndingUploadsIT {

    private final TusStage stage;
    private final Installation installation;
    private final Client client;
    private final TusCalls tus;

    EndingUploadsIT(@TempDir Path folder) {
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
            assertThat(stage.taken(upload)).hasSize(1);
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
            List<CommandEnvelope<Object>> commands = stage.taken(upload);
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

            assertThat(stage.refused(tus.patch(upload, 0, TEXT)))
                    .isEqualTo("503 E5007 file-store-unavailable");
            assertThat(tus.offset(upload)).isEqualTo("13");
            Files.createDirectory(staging);

            assertThat(client.send(tus.patch(upload, 13, "\n")).status()).isEqualTo(204);
            assertThat(stage.received(upload).file().size()).isEqualTo(14);
            assertThat(stage.taken(upload)).hasSize(1);
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
            assertThat(stage.refused(tus.patch(NOBODYS, 0, "x")))
                    .isEqualTo("404 E4007 upload-not-found");
            assertThat(stage.refused(tus.at(NOBODYS).DELETE()))
                    .isEqualTo("404 E4007 upload-not-found");
            assertThat(stage.refused(tus.at(UPLOADS + "/7").DELETE()))
                    .isEqualTo("404 E4007 upload-not-found");
            assertThat(stage.refused(tus.at(NOBODYS).GET()))
                    .isEqualTo("405 E4001 method-not-allowed");
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
            assertThat(stage.taken(upload)).hasSize(1);
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
            Installation narrow = Installation.on(stage.log(), folder).withUnfinished(3, 1000);
            try (RunningService other = narrow.start();
                    Client user = Client.of(other.uri(), narrow.settings().keys())) {
                assertThat(firstRefusal(user, 10)).contains("429 E4004 too-many-uploads");
            }
        }

        @Test
        void refusesTooManyBytesOfOneCaller(@TempDir Path folder) {
            Installation narrow = Installation.on(stage.log(), folder).withUnfinished(10, 1000);
            try (RunningService other = narrow.start();
                    Client user = Client.of(other.uri(), narrow.settings().keys())) {
                assertThat(firstRefusal(user, 300)).contains("429 E4004 too-many-upload-bytes");
            }
        }

        @Test
        void endsAnUploadThatTakesTooLong(@TempDir Path folder) {
            Installation brief =
                    Installation.on(stage.log(), folder).withLifetime(Duration.ofSeconds(1));
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
