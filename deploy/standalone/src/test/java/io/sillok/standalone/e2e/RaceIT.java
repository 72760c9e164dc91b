package io.sillok.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.testkit.ledger.Ledger;
import io.sillok.standalone.stage.Answer;
import io.sillok.standalone.stage.Client;
import io.sillok.standalone.stage.LedgerClient;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.Stage;
import io.sillok.standalone.stage.Together;
import io.sillok.standalone.stage.Upload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Clients that want the same thing at the same moment.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class RaceIT {

    private static final int KEYS = 200;
    private static final int CLIENTS = 50;

    private final Stage stage;
    private final Client admin;

    RaceIT(Stage stage) {
        this.stage = stage;
        this.admin = stage.admin();
    }

    @Test
    void ofTwoCommandsWithTheSameVersionExactlyOneIsAccepted(@TempDir Path folder)
            throws IOException {
        try (Ledger ledger = new Ledger(folder.resolve("ledger.jsonl"))) {
            LedgerClient client = new LedgerClient(admin, ledger);
            List<Answer> materials = Together.map(IntStream.range(0, KEYS), 4, this::material);

            List<Integer> statuses =
                    Together.map(
                            IntStream.range(0, 2 * KEYS),
                            32,
                            i -> edit(client, materials.get(i / 2), "edited by " + i % 2));

            assertThat(statuses).containsOnly(200, 412);
            for (int key = 0; key < KEYS; key++) {
                assertThat(statuses.subList(2 * key, 2 * key + 2))
                        .containsExactlyInAnyOrder(200, 412);
            }
            stage.check(ledger.attempts());
        }
    }

    @Test
    void fiftyRepeatsOfOneRequestMakeOneMaterial() {
        String key = UUID.randomUUID().toString();
        Upload upload = Upload.text("한 번만", "idempotent");

        List<Answer> answers =
                Together.map(
                        IntStream.range(0, CLIENTS),
                        CLIENTS,
                        _ -> admin.upload(upload, "Idempotency-Key", key));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers).extracting(Answer::text).containsOnly(answers.getFirst().text());
        stage.restart();
        Answer afterwards = admin.upload(upload, "Idempotency-Key", key);
        assertThat(afterwards.status()).isEqualTo(201);
        assertThat(afterwards.text()).isEqualTo(answers.getFirst().text());
        assertThat(afterwards.required("ETag")).isEqualTo(answers.getFirst().required("ETag"));
        Answer listed =
                admin.get("/api/v1/materials?size=100&sort=-created_at", "Consistency", "strong");
        assertThat(listed.json().path("items").findValuesAsText("title"))
                .filteredOn("한 번만"::equals)
                .hasSize(1);
    }

    @Test
    void anIdempotencyKeyWithAnotherBodyIsRefused() {
        String key = UUID.randomUUID().toString();
        admin.upload(Upload.text("처음", "one"), "Idempotency-Key", key);

        Answer second = admin.upload(Upload.text("처음", "two"), "Idempotency-Key", key);

        assertThat(second.status()).isEqualTo(422);
        assertThat(second.code()).isEqualTo("E4010");
    }

    @Test
    void ofFiftyCategoriesWithOneNameExactlyOneIsCreated() {
        List<Answer> answers =
                Together.map(
                        IntStream.range(0, CLIENTS),
                        CLIENTS,
                        i -> category(i % 2 == 0 ? "경쟁 A" : " 경쟁  ａ "));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allMatch(answer -> answer.reason().equals("category-name-taken"));
        stage.check(List.of());
    }

    @Test
    void theNameOfAnArchivedCategoryIsFreeAtOnce() {
        Answer first = category("자유");
        assertThat(category("자유").reason()).isEqualTo("category-name-taken");

        assertThat(admin.delete("/api/v1/categories/" + first.id()).status()).isEqualTo(204);

        assertThat(category("자유").status()).isEqualTo(201);
    }

    private Answer category(String name) {
        return admin.post("/api/v1/categories", Client.named(name));
    }

    /// Waits for the scan's verdict, so that afterwards nothing but the race changes the version.
    private Answer material(int number) {
        Answer answer = admin.upload(Upload.text("race " + number, "race " + number));
        assertThat(answer.json().path("status").asText()).isEqualTo("clean");
        return answer;
    }

    private int edit(LedgerClient client, Answer material, String title) {
        String path = "/api/v1/materials/" + material.id();
        return client.attempt(
                        "materials/" + material.id(),
                        OptionalLong.of(material.json().path("version").asLong()),
                        headers -> client.client().put(path, Client.titled(title), headers))
                .orElseThrow()
                .status();
    }
}
