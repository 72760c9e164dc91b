package io.sillok.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.schemas.wire.Json;
import io.sillok.standalone.stage.Answer;
import io.sillok.standalone.stage.Client;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.Samples;
import io.sillok.standalone.stage.Stage;
import io.sillok.standalone.stage.Upload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A file goes in, is scanned, is found by its content, and the log replays it.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class FirstPathIT {

    private final Stage stage;
    private final Client admin;

    FirstPathIT(Stage stage) {
        this.stage = stage;
        this.admin = stage.admin();
    }

    @ParameterizedTest
    @MethodSource("io.sillok.standalone.stage.Samples#all")
    void aDocumentIsFoundByAWordInsideAndComesBackByteForByte(Samples sample) {
        Answer created = admin.upload(Upload.sample(sample.title(), sample.fileName()));
        assertThat(created.status()).as("%s", created).isEqualTo(201);
        assertThat(created.json().path("status").asText()).isEqualTo("clean");

        Answer found =
                admin.get(
                        "/api/v1/search?q=" + Stage.encoded(sample.wordInside()),
                        "Consistency",
                        "strong");
        assertThat(ids(found)).contains(created.id());

        Answer file = admin.get("/api/v1/materials/" + created.id() + "/download");
        assertThat(file.bytes()).isEqualTo(sample.bytes());
    }

    @Test
    void theLogReplaysAMaterial() {
        Answer created = admin.upload(Upload.text("감사 자료", "기록은 고칠 수 없다"));
        String subject = "materials/" + created.id();

        List<JsonNode> events = export(subject);

        assertThat(events)
                .extracting(event -> event.path("type").asText())
                .containsExactly(
                        "io.sillok.catalog.material-received.v1",
                        "io.sillok.catalog.material-scan-begun.v1",
                        "io.sillok.catalog.material-cleared.v1");
        assertThat(events)
                .extracting(event -> event.path("sequence").asLong())
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void theSameBytesAgainPointToTheFirst() {
        Answer first = admin.upload(Upload.text("원본", "같은 바이트"));
        Answer second = admin.upload(Upload.text("사본", "같은 바이트"));

        assertThat(second.json().path("duplicate_of").asText()).isEqualTo(first.id());
    }

    @Test
    void aReadWithTheTokenOfAWriteSeesIt() {
        Answer created = admin.post("/api/v1/categories", Client.named("읽기 일관성"));

        Answer read =
                admin.get(
                        "/api/v1/categories/" + created.id(),
                        "Consistency-Token",
                        created.required("Consistency-Token"));

        assertThat(read.json()).isEqualTo(created.json());
        assertThat(read.required("ETag")).isEqualTo(created.required("ETag"));
    }

    @Test
    void anAsynchronousCommandIsFollowedToItsEnd() {
        Answer taken =
                admin.post("/api/v1/categories", Client.named("나중에"), "Prefer", "respond-async");
        assertThat(taken.status()).isEqualTo(202);

        Answer known =
                admin.get(
                        taken.required("Location"),
                        "Consistency-Token",
                        taken.required("Consistency-Token"));
        assertThat(known.json().path("status").asText()).isIn("pending", "accepted");
        Awaitility.await()
                .until(
                        () ->
                                admin.get(taken.required("Location"))
                                        .json()
                                        .path("status")
                                        .asText()
                                        .equals("accepted"));
    }

    @Test
    void whatIsWithdrawnIsGoneEverywhere() {
        Answer created = admin.upload(Upload.text("곧 사라질 자료", "disappearingword"));
        admin.delete("/api/v1/materials/" + created.id());

        Answer read = admin.get("/api/v1/materials/" + created.id(), "Consistency", "strong");
        Answer found = admin.get("/api/v1/search?q=disappearingword", "Consistency", "strong");

        assertThat(read.status()).isEqualTo(404);
        assertThat(ids(found)).doesNotContain(created.id());
    }

    @Test
    void everythingSurvivesARestart() {
        Answer created = admin.upload(Upload.text("남는 자료", "persistentword"));

        stage.restart();

        Answer found = admin.get("/api/v1/search?q=persistentword", "Consistency", "strong");
        assertThat(ids(found)).contains(created.id());
        stage.check(List.of());
    }

    private List<JsonNode> export(String subject) {
        Answer lines = admin.get("/api/v1/audit/export?subject=" + subject);
        return lines.text()
                .lines()
                .map(line -> Json.readOwn(line.getBytes(StandardCharsets.UTF_8), JsonNode.class))
                .toList();
    }

    private static List<String> ids(Answer found) {
        assertThat(found.status()).as("%s", found).isEqualTo(200);
        return found.json().path("items").findValuesAsText("id");
    }
}
