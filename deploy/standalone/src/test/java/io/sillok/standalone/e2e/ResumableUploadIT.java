package io.sillok.standalone.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.schemas.envelope.Role;
import io.sillok.standalone.stage.Answer;
import io.sillok.standalone.stage.Client;
import io.sillok.standalone.stage.CuttingProxy;
import io.sillok.standalone.stage.Figures;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.Stage;
import io.sillok.standalone.stage.TusClient;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A file comes in over a bad connection, by a real tus client.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class ResumableUploadIT {

    private static final int SIZE = 8_000_003;
    private static final int CUTS = 20;
    private static final int RESTART_AT = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Stage stage;
    private final Client owner;

    ResumableUploadIT(Stage stage) {
        this.stage = stage;
        this.owner = stage.client("owner", Role.USER);
    }

    @Test
    void aFileThatIsCutTwentyTimesAndSurvivesARestartBecomesOneMaterial(@TempDir Path folder)
            throws Exception {
        TusClient client = client();
        long seed = System.nanoTime();
        byte[] content = text(new Random(seed));
        Path file = Files.write(folder.resolve("lesson.txt"), content);
        try (CuttingProxy proxy =
                CuttingProxy.to(
                        owner.commandApi(), new Random(seed), CUTS, SIZE / CUTS, RESTART_AT)) {
            Process upload = client.upload(uploads(proxy), owner.token(), file, "스무 번");
            try {
                await().atMost(PATIENCE).until(() -> proxy.cuts() >= RESTART_AT);
                stage.restart();
                proxy.resume();

                JsonNode outcome = TusClient.outcome(upload);

                Figures.line("tus: seed " + seed + ", " + outcome.path("requests"));
                assertThat(outcome.path("error").asText()).isEmpty();
                assertThat(proxy.cuts()).isEqualTo(CUTS);
                assertThat(downloaded(outcome)).isEqualTo(content);
                assertThat(materials("스무 번")).hasSize(1);
            } finally {
                upload.destroyForcibly();
            }
        }
    }

    @Test
    void aLostAnswerToTheLastByteLeavesOneMaterial(@TempDir Path folder) throws Exception {
        TusClient client = client();
        byte[] content = text(new Random(7));
        Path file = Files.write(folder.resolve("lesson.txt"), content);
        try (CuttingProxy proxy = CuttingProxy.to(owner.commandApi(), new Random(7), 0, 1, 1)) {
            proxy.swallow("Upload-Result");
            Process upload = client.upload(uploads(proxy), owner.token(), file, "잃은 답");
            try {
                JsonNode outcome = TusClient.outcome(upload);

                assertThat(outcome.path("error").asText()).isEmpty();
                assertThat(proxy.swallowed()).isEqualTo(1);
                assertThat(downloaded(outcome)).isEqualTo(content);
                assertThat(materials("잃은 답")).hasSize(1);
            } finally {
                upload.destroyForcibly();
            }
        }
    }

    @Test
    void aMaterialIsThereWhenTheLastByteIsAnswered() {
        String upload = begin("제때", "");

        Answer last = patch(upload, "온전한 글\n".getBytes(UTF_8));

        assertThat(last.status()).as("%s", last).isEqualTo(204);
        assertThat(last.required("ETag")).isEqualTo("\"1\"");
        assertThat(last.header("Location")).isEmpty();
        Answer material =
                owner.get(
                        last.required("Upload-Result"),
                        "Consistency-Token",
                        last.required("Consistency-Token"));
        assertThat(material.json().path("title").asText()).isEqualTo("제때");
    }

    @Test
    void whatTheDeciderRefusesIsAnsweredOnTheLastByte() {
        String category = ",category_id " + base64(UUID.randomUUID().toString());
        String upload = begin("모르는 분류", category);

        Answer last = patch(upload, "온전한 글\n".getBytes(UTF_8));

        assertThat(last.status()).as("%s", last).isEqualTo(422);
        assertThat(last.code()).isEqualTo("E4008");
        assertThat(last.reason()).isEqualTo("category-not-found");
        assertThat(call("HEAD", upload, new byte[0]).status()).isEqualTo(404);
        assertThat(materials("모르는 분류")).isEmpty();
    }

    private static TusClient client() {
        Assumptions.assumeTrue(TusClient.has("node"), "there is no node on this machine");
        Assumptions.assumeTrue(TusClient.has("npm"), "there is no npm on this machine");
        return TusClient.install();
    }

    private static URI uploads(CuttingProxy proxy) {
        return proxy.uri().resolve("/api/v1/uploads");
    }

    private static byte[] text(Random random) {
        StringBuilder text = new StringBuilder(SIZE);
        while (text.length() < SIZE) {
            text.append(Long.toString(random.nextLong() & Long.MAX_VALUE, 36)).append('\n');
        }
        return text.substring(0, SIZE).getBytes(UTF_8);
    }

    private byte[] downloaded(JsonNode outcome) {
        String material = outcome.path("result").asText();
        assertThat(material)
                .isEqualTo(
                        URI.create(outcome.path("url").asText())
                                .getPath()
                                .replace("/uploads/", "/materials/"));
        await().atMost(PATIENCE)
                .until(() -> owner.get(material).json().path("status").asText().equals("clean"));
        return owner.get(material + "/download").bytes();
    }

    private List<String> materials(String title) {
        return owner.get("/api/v1/materials?size=100", "Consistency", "strong")
                .json()
                .path("items")
                .valueStream()
                .filter(material -> material.path("title").asText().equals(title))
                .map(material -> material.path("id").asText())
                .toList();
    }

    private String begin(String title, String more) {
        Answer begun =
                owner.command(
                        "POST",
                        "/api/v1/uploads",
                        BodyPublishers.noBody(),
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Length",
                        Integer.toString("온전한 글\n".getBytes(UTF_8).length),
                        "Upload-Metadata",
                        "filename " + base64("a.txt") + ",title " + base64(title) + more);
        assertThat(begun.status()).as("%s", begun).isEqualTo(201);
        return begun.required("Location");
    }

    private Answer patch(String upload, byte[] bytes) {
        return call("PATCH", upload, bytes);
    }

    private Answer call(String method, String upload, byte[] bytes) {
        return owner.command(
                method,
                upload,
                BodyPublishers.ofByteArray(bytes),
                "Tus-Resumable",
                "1.0.0",
                "Upload-Offset",
                "0",
                "Content-Type",
                "application/offset+octet-stream");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
