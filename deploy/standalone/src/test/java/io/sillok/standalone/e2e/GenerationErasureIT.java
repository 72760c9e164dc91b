package io.sillok.standalone.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.testkit.WholeLog;
import io.sillok.platform.testkit.WholeLog.Stored;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import io.sillok.standalone.EngineAddresses;
import io.sillok.standalone.stage.Answer;
import io.sillok.standalone.stage.Client;
import io.sillok.standalone.stage.Coder;
import io.sillok.standalone.stage.ErasureReports;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.Person;
import io.sillok.standalone.stage.PostgresText;
import io.sillok.standalone.stage.Stage;
import io.sillok.standalone.stage.Told;
import io.sillok.standalone.stage.Traces;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Somebody who asked models wants to be forgotten.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class GenerationErasureIT {

    private final Stage stage;

    GenerationErasureIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void leavesNothingOfWhatTheyAskedAndWereAnswered() {
        Person person = Person.register(stage);
        Client client = person.signIn().client();
        Coder coder = new Coder(stage, person.id(), client);
        Answer agent =
                client.post(
                        "/api/v1/agents",
                        Map.of("name", "agentwombat", "instructions", "Say toldwombat."));
        Told told = coder.stream("How do I sort questionwombat?", agent.id(), Coder.TO_THE_END);
        assertThat(told.last().name()).as("%s", told).isEqualTo("done");
        String id = told.generation();
        Answer rated =
                client.post(
                        "/api/v1/feedback",
                        Map.of("generation_id", id, "rating", 5, "comment", "commentwombat"));
        assertThat(rated.status()).as("%s", rated).isEqualTo(200);
        String code = coder.generation(id).at("/answer/sha256").asText();
        Traces traces =
                new Traces(
                        List.of(
                                "questionwombat",
                                "agentwombat",
                                "toldwombat",
                                "commentwombat",
                                code));
        client.get("/api/v1/agents/" + agent.id(), "Consistency", "strong");
        assertThat(traces.in(postgres())).hasSizeGreaterThanOrEqualTo(5);

        assertThat(client.delete("/api/v1/users/me").status()).isEqualTo(204);

        ErasureReports reports = new ErasureReports(stage.admin(), person.id());
        reports.await("complete");
        assertThat(reports.tallies())
                .contains("generations 1 0", "agents 1 0")
                .allMatch(tally -> tally.endsWith(" 0"));
        assertThat(traces.in(postgres())).isEmpty();
        String subject = "generations/" + id;
        Answer audit = stage.admin().get("/api/v1/audit/export?subject=" + subject);
        assertThat(audit.text()).contains("generation-requested", "generation-forgotten");
        assertThat(traces.in(audit.bytes())).isEmpty();
        assertThat(traces.in(log())).isEmpty();
        Client nobody = stage.client(person.id(), Set.of(), Set.of("generation:use"));
        for (String path : List.of("generations/" + id, "generations/" + id + "/stream")) {
            Answer gone = nobody.get("/api/v1/" + path, "Consistency", "strong");
            assertThat(gone.status()).as("%s", gone).isIn(401, 404);
        }
        Answer history = nobody.get("/api/v1/history", "Consistency", "strong");
        assertThat(history.json().path("total").asInt()).as("%s", history).isZero();
    }

    /// All that was ever said of generation on the log.
    private byte[] log() {
        WholeLog log = new WholeLog(stage.addresses().kafka());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Topic topic :
                List.of(
                        Topics.GENERATION_COMMANDS,
                        Topics.GENERATION_EVENTS,
                        Topics.GENERATION_CHUNKS,
                        Topics.WORK_GENERATE)) {
            List<Stored> stored = log.read(topic.in(stage.namespace()));
            assertThat(stored).as(topic.toString()).isNotEmpty();
            stored.forEach(record -> bytes.writeBytes(record.record().value()));
        }
        return bytes.toByteArray();
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
