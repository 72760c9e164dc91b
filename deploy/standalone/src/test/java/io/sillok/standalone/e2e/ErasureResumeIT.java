package io.sillok.standalone.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.standalone.EngineAddresses;
import io.sillok.standalone.stage.Answer;
import io.sillok.standalone.stage.Client;
import io.sillok.standalone.stage.EngineRoom.Machine;
import io.sillok.standalone.stage.ErasureReports;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.Person;
import io.sillok.standalone.stage.PostgresText;
import io.sillok.standalone.stage.Stage;
import io.sillok.standalone.stage.Traces;
import io.sillok.standalone.stage.Upload;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A store breaks in the middle of an erasure and stays away for longer than erasures wait.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class ErasureResumeIT {

    private final Stage stage;
    private final Client admin;

    ErasureResumeIT(Stage stage) {
        this.stage = stage;
        this.admin = stage.admin();
    }

    @Test
    void aSuspendedErasureGoesOnWhenItIsToldToAndByItselfOnceTheStoreIsBack() {
        stage.eraseWithPatience(Duration.ofSeconds(15));
        Person person = Person.register(stage);
        Client client = person.signIn().client();
        Answer material = client.upload(Upload.text("이야기", "brokenwombat"), "Prefer", "wait=30");
        assertThat(material.status()).as("%s", material).isEqualTo(201);
        assertThat(found("brokenwombat")).hasSize(1);
        ErasureReports erasure = new ErasureReports(admin, person.id());
        String resume = "/api/v1/users/" + person.id() + "/erasure/resume";
        Machine search = stage.engines().openSearch();

        search.pause();
        try {
            assertThat(client.delete("/api/v1/users/me").status()).isEqualTo(204);
            erasure.await("suspended");

            assertThat(erasure.newest().path("reason").asText()).isEqualTo("engine-away");
            assertThat(new Traces(List.of(person.email(), person.username())).in(postgres()))
                    .isEmpty();
            assertThat(resume(resume)).isEqualTo("204 ");
            assertThat(resume(resume)).isEqualTo("409 erasure-not-suspended");
            assertThat(erasure.status()).isEqualTo("under-way");
            assertThat(erasure.newest().path("report").isMissingNode()).isTrue();
            erasure.await("suspended");
        } finally {
            search.resume();
        }

        erasure.await("complete");
        assertThat(erasure.tallies())
                .contains(
                        "person-keys 1 0", "materials 1 0", "materials-search 1 0", "sessions 1 0")
                .allMatch(tally -> tally.endsWith(" 0"));
        assertThat(found("brokenwombat")).isEmpty();
        assertThat(resume(resume)).isEqualTo("409 erasure-not-suspended");
    }

    private String resume(String path) {
        Answer answer = admin.post(path, "");
        return answer.status() + " " + (answer.status() == 204 ? "" : answer.reason());
    }

    private List<String> found(String word) {
        Answer found = admin.get("/api/v1/search?q=" + word, "Consistency", "strong");
        assertThat(found.status()).as("%s", found).isEqualTo(200);
        return found.json().path("items").findValuesAsText("id");
    }

    private byte[] postgres() {
        EngineAddresses at = stage.addresses();
        List<String> rows =
                new PostgresText(
                                at.postgresUrl(),
                                at.postgresUser(),
                                at.postgresPassword(),
                                stage.namespace().value())
                        .rows();
        return String.join("\n", rows).getBytes(UTF_8);
    }
}
