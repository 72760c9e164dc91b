package io.sillok.standalone.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import io.sillok.standalone.stage.Together;
import io.sillok.standalone.stage.Told;
import io.sillok.standalone.stage.Traces;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What belongs to asking models: completions, agents, feedback, history, usage, being forgotten.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class GenerationAroundIT {

    private final Stage stage;
    private final Coder ada;

    GenerationAroundIT(Stage stage) {
        this.stage = stage;
        this.ada = Coder.fresh(stage);
    }

    private static void refused(Answer answer, int status, String code, String reason) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.code()).as("%s", answer).isEqualTo(code);
        assertThat(answer.reason()).as("%s", answer).isEqualTo(reason);
        assertThat(answer.json().path("incident_id").asText()).matches("INC-\\d{8}-[0-9A-F]{8}");
    }

    @Test
    void completionsSuggestAndTheNewerOneWins() {
        Answer one =
                ada.client()
                        .post(
                                "/api/v1/complete",
                                Map.of("prefix", "def add(a, b):\n    ", "language", "python"),
                                "Prefer",
                                "wait=10");
        assertThat(one.status()).as("%s", one).isEqualTo(200);
        assertThat(one.json().path("suggestions").size()).isPositive();

        stage.model().set(Stage.QUICK.with("first=3000"), 1);
        List<Answer> both =
                Together.map(
                        IntStream.range(0, 2),
                        2,
                        i -> {
                            if (i == 1) {
                                awaitBegun();
                            }
                            return ada.client()
                                    .post(
                                            "/api/v1/complete",
                                            Map.of("prefix", "def sub" + i + "(a, b):\n    "),
                                            "Prefer",
                                            "wait=10");
                        });

        refused(both.getFirst(), 409, "E4008", "generation-superseded");
        assertThat(both.getLast().status()).as("%s", both.getLast()).isEqualTo(200);
    }

    private void awaitBegun() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                ada.client()
                                                .get(
                                                        "/api/v1/history?kind=completion&status=started")
                                                .json()
                                                .path("total")
                                                .asInt()
                                        == 1);
    }

    @Test
    void completionsThatTakeTooLongAreGivenUp() {
        stage.model().set(Stage.QUICK.with("first=8000"), 1);

        Answer late =
                ada.client()
                        .post(
                                "/api/v1/complete",
                                Map.of("prefix", "def mul(a, b):\n    "),
                                "Prefer",
                                "wait=1");

        refused(late, 504, "E5001", "completion-timed-out");
        assertThat(late.required("Retry-After")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        Coder.GENERATE + ", generate-code, 50",
        Coder.STREAM + ", enhanced-stream-generate, 20"
    })
    void nobodyAsksMoreOftenThanEverybodyMay(String path, String policy, int perMinute) {
        for (int left = perMinute - 1; left >= 0; left--) {
            Answer allowed = ada.client().post(path, Map.of());
            assertThat(allowed.status()).as("%s", allowed).isEqualTo(400);
            assertThat(allowed.required("RateLimit"))
                    .startsWith("\"%s\";r=%d;t=".formatted(policy, left));
        }

        Answer tooMuch = ada.client().post(path, Map.of());

        refused(tooMuch, 429, "E4004", "rate-limited");
        assertThat(tooMuch.required("RateLimit-Policy"))
                .isEqualTo("\"%s\";q=%d;w=60".formatted(policy, perMinute));
        assertThat(tooMuch.required("RateLimit")).startsWith("\"%s\";r=0;t=".formatted(policy));
        assertThat(Integer.parseInt(tooMuch.required("Retry-After"))).isBetween(1, 60);
        assertThat(Coder.fresh(stage).client().post(path, Map.of()).status()).isEqualTo(400);
    }

    @Test
    void questionsAreLookedAtForNothing() {
        Answer clean =
                ada.client()
                        .post(
                                "/api/v1/validate",
                                Map.of("user_question", "Sort", "language", "Python"));
        assertThat(clean.json().path("valid").asBoolean()).as("%s", clean).isTrue();

        Answer found =
                ada.client()
                        .post(
                                "/api/v1/validate",
                                Map.of(
                                        "user_question",
                                        "x".repeat(8_001),
                                        "code_context",
                                        "password = \"correct-horse\"\nAKIAIOSFODNN7EXAMPLE",
                                        "language",
                                        "klingon"));
        assertThat(found.json().path("valid").asBoolean()).isFalse();
        assertThat(found.json().findValuesAsText("reason"))
                .containsExactlyInAnyOrder(
                        "too-long", "language-unknown", "secret-access-key", "secret-password");
        assertThat(ada.budget().isMissingNode()).isTrue();
    }

    @Test
    void feedbackIsForOnesOwnAnswers() {
        String id = ada.ask("Rate me").id();
        Map<String, Object> feedback =
                Map.of("generation_id", id, "rating", 4, "comment", "아주 좋아요");

        assertThat(ada.client().post("/api/v1/feedback", feedback).status()).isEqualTo(200);

        JsonNode rated = ada.generation(id);
        assertThat(rated.path("rating").asInt()).isEqualTo(4);
        assertThat(rated.path("comment").asText()).isEqualTo("아주 좋아요");
        refused(
                Coder.fresh(stage).client().post("/api/v1/feedback", feedback),
                404,
                "E4007",
                "generation-not-found");
        refused(
                ada.client().post("/api/v1/feedback", Map.of("generation_id", id, "rating", 6)),
                400,
                "E4001",
                "invalid-field");
    }

    @Test
    void agentsAreOnesOwnAndShapeTheAnswer() {
        Client client = ada.client();
        Answer made =
                client.post(
                        "/api/v1/agents",
                        Map.of("name", "리뷰어", "instructions", "Review.", "temperature", 1));
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        String path = "/api/v1/agents/" + made.id();
        assertThat(made.required("Location")).isEqualTo(path);
        Map<String, Object> other = Map.of("name", "다른 이", "instructions", "Refactor.");

        Answer changed = client.put(path, other, "If-Match", made.required("ETag"));
        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
        refused(
                client.put(path, other, "If-Match", made.required("ETag")),
                412,
                "E4009",
                "stale-version");
        Answer read = client.get(path, "Consistency", "strong");
        assertThat(read.json()).isEqualTo(changed.json());
        assertThat(client.get(path, "If-None-Match", read.required("ETag")).status())
                .isEqualTo(304);
        Client stranger = Coder.fresh(stage).client();
        refused(stranger.get(path, "Consistency", "strong"), 404, "E4007", "agent-not-found");
        refused(stranger.put(path, other), 404, "E4007", "agent-not-found");
        refused(stranger.delete(path), 404, "E4007", "agent-not-found");
        refused(client.post("/api/v1/agents", Map.of("name", "x")), 400, "E4002", "field-required");
        assertThat(ada.ask("Asked of an agent", made.id()).status()).isEqualTo(200);

        assertThat(client.delete(path).status()).isEqualTo(204);
        refused(client.get(path, "Consistency", "strong"), 404, "E4007", "agent-not-found");
        refused(ada.ask("Asked of nobody", made.id()), 409, "E4008", "agent-not-found");
    }

    @Test
    void theHistoryIsOnesOwnAndFoundInKorean() {
        Coder coder = Coder.fresh(stage);
        String korean = coder.ask("파이썬으로 사람들을 나이순으로 정렬해 주세요").id();
        String english = coder.ask("Merge two dictionaries").id();

        assertThat(found(coder, "")).containsExactly(english, korean);
        assertThat(found(coder, "나이순")).containsExactly(korean);
        assertThat(found(coder, "정ㄹ")).containsExactly(korean);
        assertThat(found(coder, "DICTION")).containsExactly(english);
        assertThat(found(coder, "100%")).isEmpty();
        assertThat(found(ada, "나이순")).doesNotContain(korean);
        JsonNode part =
                coder.client().get("/api/v1/history?size=1", "Consistency", "strong").json();
        assertThat(part.at("/items/0/id").asText()).isEqualTo(english);
        String cursor = Stage.encoded(part.path("next_cursor").asText());
        assertThat(
                        coder.client()
                                .get("/api/v1/history?size=1&cursor=" + cursor)
                                .json()
                                .at("/items/0/id")
                                .asText())
                .isEqualTo(korean);
        refused(
                ada.client().get("/api/v1/generations/" + korean, "Consistency", "strong"),
                404,
                "E4007",
                "generation-not-found");
        refused(ada.client().get("/api/v1/history?status=lost"), 400, "E4001", "invalid-field");
    }

    private static List<String> found(Coder coder, String q) {
        List<String> ids = new ArrayList<>();
        coder.client()
                .get("/api/v1/history?q=" + Stage.encoded(q), "Consistency", "strong")
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    @Test
    void usageIsWhatWasAnswered() {
        Coder coder = Coder.fresh(stage);
        long tokens = coder.ask("Count my tokens").json().at("/usage/total_tokens").asLong();

        JsonNode usage = coder.client().get("/api/v1/usage", "Consistency", "strong").json();

        assertThat(usage.at("/budget/spent").asLong()).isEqualTo(tokens);
        assertThat(usage.at("/days/0/charged").asLong()).isEqualTo(tokens);
        assertThat(usage.at("/days/0/model").asText()).isEqualTo("sandbox");
        refused(coder.client().get("/api/v1/usage?from=yesterday"), 400, "E4001", "invalid-field");
    }

    @Test
    void nothingIsLeftOfWhoWantsToBeForgotten() {
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
