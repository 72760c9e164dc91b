package io.sillok.standalone.e2e;

import static io.sillok.standalone.stage.Coder.TO_THE_END;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.sandbox.Calls;
import io.sillok.schemas.wire.Json;
import io.sillok.standalone.stage.Answer;
import io.sillok.standalone.stage.Client;
import io.sillok.standalone.stage.Coder;
import io.sillok.standalone.stage.Figures;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.Person;
import io.sillok.standalone.stage.Stage;
import io.sillok.standalone.stage.Together;
import io.sillok.standalone.stage.Told;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Asking a model for code, from HTTP to the sandbox model and back.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class GenerationIT {

    private static final String[] FIELDS = {
        "generated_code",
        "explanation",
        "status",
        "response_time_ms",
        "id",
        "usage",
        "cached",
        "model"
    };

    private static final Map<String, Object> DOCUMENTED =
            Map.of(
                    "user_question",
                    "Sort a list of people by age",
                    "code_context",
                    "    people = []\n",
                    "language",
                    "python",
                    "user_profile",
                    Map.of(
                            "pythonSkillLevel", "beginner",
                            "codeOutputStructure", "detailed",
                            "explanationStyle", "brief"),
                    "temperature",
                    0.2);

    private final Stage stage;
    private final Coder ada;

    GenerationIT(Stage stage) {
        this.stage = stage;
        this.ada = Coder.fresh(stage);
    }

    private static void refused(Answer answer, int status, String code, String reason) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.code()).as("%s", answer).isEqualTo(code);
        assertThat(answer.reason()).as("%s", answer).isEqualTo(reason);
        assertThat(answer.json().path("incident_id").asText()).matches("INC-\\d{8}-[0-9A-F]{8}");
    }

    private static void answers(JsonNode answer) {
        assertThat(answer.fieldNames()).toIterable().containsExactlyInAnyOrder(FIELDS);
        assertThat(answer.path("status").asText()).isEqualTo("success");
        assertThat(answer.path("generated_code").asText()).contains("def ");
        assertThat(answer.path("explanation").asText()).isNotBlank();
        assertThat(answer.path("response_time_ms").isIntegralNumber()).isTrue();
        assertThat(answer.at("/usage/completion_tokens").asLong()).isPositive();
        assertThat(answer.at("/usage/total_tokens").asLong())
                .isEqualTo(
                        answer.at("/usage/prompt_tokens").asLong()
                                + answer.at("/usage/completion_tokens").asLong());
        assertThat(answer.path("cached").asBoolean()).isFalse();
        assertThat(answer.path("model").asText()).isEqualTo("sandbox");
    }

    private static String key(Client client) {
        return client.post(
                        "/api/v1/api-keys",
                        Map.of("name", "editor", "scopes", List.of("generation:use")))
                .json()
                .path("key")
                .asText();
    }

    @Nested
    class Asked {

        @Test
        void answersAsDocumentedWithAToken() {
            Answer answer = ada.client().post(Coder.GENERATE, DOCUMENTED);

            assertThat(answer.status()).as("%s", answer).isEqualTo(200);
            answers(answer.json());
            JsonNode kept = ada.generation(answer.id());
            assertThat(kept.path("status").asText()).isEqualTo("completed");
            assertThat(kept.at("/prompt/question").asText())
                    .isEqualTo("Sort a list of people by age");
            assertThat(kept.at("/answer/code").asText())
                    .isEqualTo(answer.json().path("generated_code").asText());
            assertThat(answer.required("RateLimit-Policy"))
                    .isEqualTo("\"generate-code\";q=50;w=60");
        }

        @Test
        void answersAsDocumentedWithAnApiKey() {
            String key = key(Person.register(stage).signIn().client());

            Answer answer = stage.anonymous().post(Coder.GENERATE, DOCUMENTED, "X-API-Key", key);

            assertThat(answer.status()).as("%s", answer).isEqualTo(200);
            answers(answer.json());
        }

        @Test
        void isOneGenerationHoweverOftenItIsRepeated() {
            String key = UUID.randomUUID().toString();

            Answer first = ada.ask("Repeat me", "Idempotency-Key", key);
            Answer second = ada.ask("Repeat me", "Idempotency-Key", key);

            assertThat(first.status()).as("%s", first).isEqualTo(200);
            assertThat(second.json().path("generated_code"))
                    .isEqualTo(first.json().path("generated_code"));
            assertThat(second.id()).isEqualTo(first.id());
            refused(
                    ada.ask("Something else", "Idempotency-Key", key),
                    422,
                    "E4010",
                    "idempotency-key-reused");
        }

        @Test
        void saysWhereTheAnswerWillBeWhenItTakesTooLong() {
            String slow = ada.agent("first-3000");

            Answer answer =
                    ada.client()
                            .post(
                                    Coder.GENERATE,
                                    Map.of("user_question", "Slowly", "agent_id", slow),
                                    "Prefer",
                                    "wait=1");

            assertThat(answer.status()).as("%s", answer).isEqualTo(202);
            assertThat(answer.required("Location")).isEqualTo("/api/v1/generations/" + answer.id());
            assertThat(answer.required("Preference-Applied")).isEqualTo("wait=1");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(
                            () ->
                                    ada.generation(answer.id())
                                            .path("status")
                                            .asText()
                                            .equals("completed"));
        }

        @Test
        void refusesWhatIsNotAsItShouldBe() {
            Client client = ada.client();
            refused(client.post(Coder.GENERATE, Map.of()), 400, "E4002", "field-required");
            refused(ada.ask(" "), 400, "E4001", "invalid-field");
            refused(ada.ask("x".repeat(8_001)), 400, "E4001", "invalid-field");
            for (Map<String, Object> bad :
                    List.<Map<String, Object>>of(
                            Map.of("temperature", 2.5),
                            Map.of("stream", true),
                            Map.of("agent_id", "nobody"),
                            Map.of("language", "<script>"),
                            Map.of("user_profile", Map.of("pythonSkillLevel", "wizard")))) {
                Map<String, Object> body = new HashMap<>(bad);
                body.put("user_question", "Sort");
                refused(client.post(Coder.GENERATE, body), 400, "E4001", "invalid-field");
            }
            refused(
                    client.post(Coder.GENERATE, Map.of("user_question", "Sort", "model", "x")),
                    400,
                    "E4001",
                    "unknown-field");
            refused(
                    client.post(
                            Coder.GENERATE,
                            Map.of(
                                    "user_question",
                                    "Sort",
                                    "user_profile",
                                    Map.of("skill_level", "x"))),
                    400,
                    "E4001",
                    "unknown-field");
            refused(
                    client.post(
                            Coder.GENERATE,
                            Map.of("user_question", "Sort", "agent_id", UUID.randomUUID())),
                    409,
                    "E4008",
                    "agent-not-found");
        }
    }

    @Nested
    class Streamed {

        @Test
        void tellsTheAnswerAsItComes() {
            Told told = ada.stream("Sort as it comes", ada.agent("each-5:tokens-120"), TO_THE_END);

            assertThat(told.events().getFirst().name()).isEqualTo("generation");
            assertThat(told.tokens()).hasSizeBetween(60, 120);
            assertThat(told.last().name()).as("%s", told).isEqualTo("done");
            answers(told.last().data());
            assertThat(told.last().data().at("/usage/completion_tokens").asInt()).isEqualTo(120);
            assertThat(ada.generation(told.generation()).at("/answer/text").asText())
                    .isEqualTo(told.text());
        }

        @Test
        void worksWithAnApiKey() {
            Person person = Person.register(stage);
            String key = key(person.signIn().client());
            HttpRequest request =
                    HttpRequest.newBuilder(ada.client().commandApi().resolve(Coder.STREAM))
                            .header("X-API-Key", key)
                            .header("Content-Type", "application/json")
                            .POST(
                                    BodyPublishers.ofByteArray(
                                            Json.bytes(
                                                    Map.of(
                                                            "user_question",
                                                            "Sort",
                                                            "stream",
                                                            true))))
                            .build();

            Told told = ada.hear(request, TO_THE_END);

            answers(told.last().data());
        }

        @Test
        void goesOnWhereItWasCut() {
            String agent = ada.agent("each-20:tokens-150");
            Told cut = ada.stream("Sort and be cut", agent, 40);

            Told rest = ada.follow(cut.generation(), "Last-Event-ID", cut.place());

            assertThat(rest.last().name()).as("%s", rest).isEqualTo("done");
            assertThat(rest.last().data().path("status").asText()).isEqualTo("success");
            String whole = ada.generation(cut.generation()).at("/answer/text").asText();
            assertThat(cut.text() + rest.text()).isEqualTo(whole);
            assertThat(ada.follow(cut.generation()).text()).isEqualTo(whole);
            assertThat(
                            cut.text()
                                    + ada.follow(cut.generation(), "Last-Event-ID", cut.place())
                                            .text())
                    .isEqualTo(whole);
        }

        @Test
        void isStoppedWhenNobodyListens() {
            Calls.Count before = stage.model().calls();
            Told cut = ada.stream("Sort for nobody", ada.agent("each-50:tokens-2000"), 5);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () ->
                                    assertThat(
                                                    ada.generation(cut.generation())
                                                            .path("status")
                                                            .asText())
                                            .isEqualTo("stopped"));
            Awaitility.await()
                    .until(() -> stage.model().calls().abandoned() == before.abandoned() + 1);
            JsonNode stopped = ada.generation(cut.generation());
            assertThat(stopped.path("stop_reason").asText()).isEqualTo("client-gone");
            assertThat(stopped.at("/usage/estimated").asBoolean()).isTrue();
            assertThat(stopped.at("/answer/text").asText()).startsWith(cut.text());
            assertThat(ada.budget().path("reserved").asLong()).isZero();
        }

        @Test
        void isStoppedByItsOwner() {
            Coder bob = Coder.fresh(stage);
            String agent = bob.agent("each-50:tokens-2000");
            List<Told> told = new ArrayList<>();
            Thread listener =
                    Thread.ofVirtual()
                            .start(() -> told.add(bob.stream("Stop me", agent, TO_THE_END)));
            String id =
                    Awaitility.await()
                            .atMost(Duration.ofSeconds(30))
                            .until(
                                    () ->
                                            bob.client()
                                                    .get("/api/v1/history?status=started")
                                                    .json()
                                                    .at("/items/0/id")
                                                    .asText(),
                                    found -> !found.isEmpty());

            refused(
                    ada.client().post("/api/v1/generations/" + id + "/stop", "{}"),
                    404,
                    "E4007",
                    "generation-not-found");
            assertThat(bob.client().post("/api/v1/generations/" + id + "/stop", "{}").status())
                    .isEqualTo(204);

            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !listener.isAlive());
            assertThat(told.getFirst().last().name()).isEqualTo("done");
            assertThat(told.getFirst().last().data().path("status").asText()).isEqualTo("stopped");
        }
    }

    @Nested
    class Remembered {

        @Test
        void answersAreGivenAgainForNothing() {
            Answer first = ada.ask("What is remembered?");
            long spent = ada.budget().path("spent").asLong();

            List<Long> millis = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                long begun = System.nanoTime();
                Answer again = ada.ask("What is remembered?");
                millis.add(Duration.ofNanos(System.nanoTime() - begun).toMillis());
                assertThat(again.json().path("cached").asBoolean()).as("%s", again).isTrue();
                assertThat(again.json().path("generated_code"))
                        .isEqualTo(first.json().path("generated_code"));
                assertThat(again.json().at("/usage/total_tokens").asLong()).isZero();
            }

            assertThat(ada.budget().path("spent").asLong()).isEqualTo(spent);
            millis.sort(null);
            Figures.line(
                    "generate-code, cached: p50 %d ms, max %d ms"
                            .formatted(millis.get(millis.size() / 2), millis.getLast()));
        }

        @Test
        void answersAreForgottenEverywhereWhenTheCacheIsCleared() {
            List<Coder> coders = IntStream.range(0, 6).mapToObj(_ -> Coder.fresh(stage)).toList();
            assertThat(cached(coders)).containsOnly(false);
            assertThat(cached(coders)).containsOnly(true);

            Answer cleared =
                    stage.admin()
                            .command(
                                    "DELETE",
                                    "/api/v1/cache/clear",
                                    BodyPublishers.ofByteArray(
                                            Json.bytes(
                                                    Map.of(
                                                            "cache_type",
                                                            "code_generation",
                                                            "confirm",
                                                            true))),
                                    "Content-Type",
                                    "application/json",
                                    "Prefer",
                                    "wait=30");

            assertThat(cleared.status()).as("%s", cleared).isEqualTo(200);
            for (Coder coder : coders) {
                // every decider hears of it from the log, a moment later
                Awaitility.await()
                        .atMost(Duration.ofSeconds(10))
                        .until(() -> cached(List.of(coder)).equals(List.of(false)));
            }
        }

        /// Whether they are answered from memory, whose partitions are spread over all deciders.
        private List<Boolean> cached(List<Coder> coders) {
            return Together.map(
                    IntStream.range(0, coders.size()),
                    coders.size(),
                    i -> coders.get(i).ask("Forget me").json().path("cached").asBoolean());
        }

        @Test
        void theCacheIsNotClearedInPassing() {
            for (Map<String, Object> body :
                    List.<Map<String, Object>>of(
                            Map.of("cache_type", "everything", "confirm", true),
                            Map.of("cache_type", "all", "confirm", false))) {
                Answer answer =
                        stage.admin()
                                .command(
                                        "DELETE",
                                        "/api/v1/cache/clear",
                                        BodyPublishers.ofByteArray(Json.bytes(body)),
                                        "Content-Type",
                                        "application/json");
                refused(answer, 400, "E4001", "invalid-field");
            }
        }
    }
}
